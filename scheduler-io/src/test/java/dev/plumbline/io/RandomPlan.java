package dev.plumbline.io;

import static dev.plumbline.calendar.WorkTime.hours;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Lag;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.ScheduleFrom;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A plan made of random choices. Every trait chooses for itself, so that a counterexample shrinks: to fewer rows and to the
 * traits that matter, while all else stays as it was.
 *
 * @param seed where the choices begin
 * @param size how many rows there are
 * @param traits what the rows, and what belongs to them, may have
 */
public record RandomPlan(long seed, int size, Set<Trait> traits) {

    static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    /** Names that mean something to a format, to a spreadsheet or to a terminal. */
    private static final List<String> TEXTS = List.of(
            "Foundation",
            "a < b && c > d]]>",
            "<Task>&amp;</Task>",
            "\"quoted\", 'both' ways",
            "=SUM(A1:A9)",
            "+1",
            "-x",
            "@home",
            "'=1",
            "x;y,z|w",
            "two\nlines",
            "a\ttab",
            "carriage\rreturn\r\n",
            " blanks ",
            "  ",
            "\u202Egnp.exe",
            "\uD83D\uDE80 \uD835\uDCB3",
            "Überraschung 漢字",
            "null");

    private static final String ALPHABET = "ab12 ;,\"'=+-@\t\r\n[]%.é漢\u202E|<&>";

    /** Returns plans of up to so many rows with some of these traits. */
    public static Arbitrary<RandomPlan> with(Set<Trait> traits, int mostRows) {
        List<Trait> all = List.copyOf(traits);
        List<Arbitrary<Boolean>> choices = Collections.nCopies(all.size(), Arbitraries.of(false, true));
        Arbitrary<Set<Trait>> some = Combinators.combine(choices).as(chosen -> chosen(all, chosen));
        Arbitrary<Integer> sizes =
                Arbitraries.integers().between(1, mostRows).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(Arbitraries.longs(), sizes, some).as(RandomPlan::new);
    }

    /** Returns plans that a format holds but for one or two traits. */
    public static Arbitrary<RandomPlan> odd(Format format, int mostRows) {
        Set<Trait> held = Trait.heldBy(format);
        Arbitrary<Trait> others = Arbitraries.of(EnumSet.complementOf(EnumSet.copyOf(held)));
        return Combinators.combine(with(held, mostRows), others, others).as((plan, one, another) -> {
            Set<Trait> traits = EnumSet.of(one, another);
            traits.addAll(plan.traits);
            return new RandomPlan(plan.seed, plan.size, traits);
        });
    }

    private static Set<Trait> chosen(List<Trait> all, List<Boolean> chosen) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i)) {
                traits.add(all.get(i));
            }
        }
        return traits;
    }

    /** Returns whether the plan may have something. */
    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns the choices of a trait for one row or part. */
    Random choices(Trait trait, int number) {
        long mixed = ((seed * 31 + trait.ordinal()) * 1_000_003 + number) * 0x9E3779B97F4A7C15L;
        return new Random(mixed ^ (mixed >>> 29));
    }

    static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns a text that is hard to write; without the trait a plain one. */
    String text(Trait trait, int number, String plain) {
        Random random = choices(trait, number);
        if (!has(trait) || random.nextInt(3) == 0) {
            return plain;
        }
        return random.nextBoolean() ? any(random, TEXTS) : mixed(random);
    }

    private static String mixed(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Returns a number, or a text that could be taken for a predecessor with a type. */
    String id(int number) {
        String id = Integer.toString(number + 1);
        String prefix = text(Trait.TEXT_IDS, number, "");
        return prefix.isEmpty() ? id : prefix + "n" + id + (prefix.length() > 3 ? "FS" : "");
    }

    static LocalDateTime date(Random random) {
        return START.plusSeconds(6L * random.nextInt(600_000));
    }

    static BigDecimal money(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, random.nextInt(5));
    }

    /** Returns the plan. */
    public Project project() {
        ProjectBuilder builder = settings();
        new RandomCalendars(this).addTo(builder);
        new RandomRows(this).addTo(builder);
        new RandomResources(this).addTo(builder);
        Project rows = builder.build();
        for (Relationship each : relationships(rows)) {
            builder.add(each);
        }
        return new RandomOddities(this).addTo(builder.build());
    }

    private ProjectBuilder settings() {
        Random random = choices(Trait.SETTINGS, 0);
        ProjectBuilder builder = Project.builder(text(Trait.NAMES, -1, "Plan")).start(START);
        if (has(Trait.SETTINGS)) {
            builder.settings(new ProjectSettings(
                            new UnitConversion(
                                    60 + random.nextInt(1000), 300 + random.nextInt(9000), 1 + random.nextInt(31)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            random.nextInt(20) - 10,
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            any(random, List.of("", "$", "€", "<&>", "=")),
                            any(random, List.of("", "EUR")),
                            random.nextInt(4)))
                    .dataDate(random.nextBoolean() ? date(random) : null);
        }
        if (has(Trait.FROM_FINISH)) {
            builder.scheduleFrom(ScheduleFrom.FINISH).finish(START.plusDays(200 + random.nextInt(50)));
        }
        if (has(Trait.FREE_DATES) && random.nextBoolean()) {
            builder.finish(date(random));
        }
        return builder;
    }

    /** Two of three rows get a predecessor above them, at times two. */
    private List<Relationship> relationships(Project rows) {
        List<Relationship> result = new ArrayList<>();
        for (int i = 1; i < rows.activities().size(); i++) {
            for (int k = 0; k < 2; k++) {
                Random random = choices(Trait.TYPES, 2 * i + k);
                Relationship each = new Relationship(
                        rows.activities().get(random.nextInt(i)).id(),
                        rows.activities().get(i).id(),
                        has(Trait.TYPES) ? any(random, List.of(RelationshipType.values())) : RelationshipType.FS,
                        lag(2 * i + k));
                boolean wanted = random.nextInt(3) > k;
                if (wanted && isPossible(rows, result, each)) {
                    result.add(has(Trait.MIXED_ORDER) ? random.nextInt(result.size() + 1) : result.size(), each);
                }
            }
        }
        return result;
    }

    private static boolean isPossible(Project rows, List<Relationship> others, Relationship another) {
        ProjectBuilder builder = rows.toBuilder().add(another);
        others.forEach(builder::add);
        try {
            return builder.build() != null;
        } catch (PlumblineException e) {
            return false;
        }
    }

    private Lag lag(int number) {
        Random random = choices(Trait.LAGS, number);
        if (has(Trait.FRACTIONS) && random.nextBoolean()) {
            return new Lag.Percent(BigDecimal.valueOf(random.nextInt(9000) - 3000, 2), random.nextBoolean());
        }
        if (!has(Trait.LAGS)) {
            return Lag.NONE;
        }
        return switch (random.nextInt(3)) {
            case 0 -> Lag.NONE;
            case 1 -> new Lag.Percent(BigDecimal.valueOf(random.nextInt(200) - 50), random.nextBoolean());
            default -> {
                WorkTime time = amount(random);
                yield Lag.of(time.isZero() ? hours(-3) : random.nextInt(3) > 0 ? time : time.negated());
            }
        };
    }

    /** Returns an amount in any unit. */
    static WorkTime amount(Random random) {
        return new WorkTime(random.nextInt(60_000), any(random, List.of(WorkUnit.values())));
    }

    /** Returns an amount of elapsed time. */
    static WorkTime elapsed(Random random) {
        WorkTime time = amount(random);
        return time.isElapsed() ? time : time.in(WorkUnit.ELAPSED_HOURS);
    }

    /** Makes choices, where the trait is wanted and chance agrees. */
    void choose(Trait trait, int number, Consumer<Random> choice) {
        Random random = choices(trait, number);
        if (has(trait) && random.nextInt(3) > 0) {
            choice.accept(random);
        }
    }
}
