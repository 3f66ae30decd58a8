package dev.plumbline.cpm;

import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.RelationshipType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random networks: small, dense, with leads, milestones and several relationships between two activities. */
public final class Nets extends DomainContextBase {

    /** Made by jqwik. */
    public Nets() {}

    @Provide
    Arbitrary<Net> nets() {
        return networks(RelationshipType.values());
    }

    static Arbitrary<Net> networks(RelationshipType... types) {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers().between(0, 6).list().ofSize(n), links(n, types))
                        .as(Net::of));
    }

    private static Arbitrary<List<Link>> links(int n, RelationshipType... types) {
        if (n == 1) {
            return Arbitraries.just(List.of());
        }
        return Combinators.combine(
                        Arbitraries.integers().between(0, n - 1),
                        Arbitraries.integers().between(1, n - 1),
                        Arbitraries.of(types),
                        Arbitraries.integers().between(-3, 4))
                .as((a, step, type, lag) -> {
                    int b = (a + step) % n;
                    return new Link(Math.min(a, b), Math.max(a, b), type, lag);
                })
                .list()
                .ofMaxSize(2 * n);
    }
}
