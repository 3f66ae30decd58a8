package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every small network there is, against the oracle. */
class ExhaustiveNetworksTest {

    @Test
    void everyNetworkOfThreeActivitiesAgrees() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(null, 0));
        for (RelationshipType type : RelationshipType.values()) {
            for (int lag = -1; lag <= 1; lag++) {
                options.add(new Option(type, lag));
            }
        }

        assertThat(compareAll(3, options, net -> net)).isEqualTo(59_319);
    }

    @Test
    void everyNetworkOfFourActivitiesWithoutLagsAgrees() {
        List<Option> options =
                List.of(new Option(null, 0), new Option(RelationshipType.FS, 0), new Option(RelationshipType.FF, 0));

        assertThat(compareAll(4, options, Net::fromZero)).isEqualTo(59_049);
    }

    private record Option(@Nullable RelationshipType type, int lag) {}

    /** Returns how many networks were compared. */
    private static int compareAll(int n, List<Option> options, UnaryOperator<Net> variant) {
        int pairs = n * (n - 1) / 2;
        int durationSets = power(3, n);
        int linkSets = power(options.size(), pairs);
        int compared = 0;
        for (int l = 0; l < linkSets; l++) {
            List<Link> links = links(n, options, l);
            for (int d = 0; d < durationSets; d++) {
                Net net = variant.apply(Net.of(durations(n, d), links));
                Dated expected = PlainOracle.solve(net);
                Dated actual = net.schedule();
                if (!actual.equals(expected)) {
                    assertThat(actual).as(net.toString()).isEqualTo(expected);
                }
                compared++;
            }
        }
        return compared;
    }

    private static List<Integer> durations(int n, int code) {
        List<Integer> durations = new ArrayList<>(n);
        int rest = code;
        for (int i = 0; i < n; i++) {
            durations.add(rest % 3);
            rest /= 3;
        }
        return durations;
    }

    private static List<Link> links(int n, List<Option> options, int code) {
        List<Link> links = new ArrayList<>();
        int rest = code;
        for (int from = 0; from < n; from++) {
            for (int to = from + 1; to < n; to++) {
                Option option = options.get(rest % options.size());
                rest /= options.size();
                RelationshipType type = option.type();
                if (type != null) {
                    links.add(new Link(from, to, type, option.lag()));
                }
            }
        }
        return links;
    }

    private static int power(int base, int exponent) {
        int result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }
}
