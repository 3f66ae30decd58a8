package dev.plumbline.io.report;

import dev.plumbline.level.Granularity;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.level.ResourceProfile.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pictures of what is asked of one resource over time: bars of the work asked for by day, week or month, what is beyond the capacity
 * in another colour, the capacity as a line, and a mark below where more is asked than there is at some minute. Several
 * pictures of one resource share their scales.
 */
public final class ResourceChart {

    static final int WIDTH = 640;
    static final int HEIGHT = 150;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int MOST_BARS = 140;
    private static final int LABEL = 76;
    private static final long MOST_DAYS = 100_000;
    private static final double TICKS_PER_HOUR = 600;

    private static final String STYLE = """
            .rs{font:11px system-ui,sans-serif;color-scheme:light dark}
            .rs text{fill:#5a6675;font-size:11px;text-anchor:middle}.rs .e{text-anchor:end}
            .rs .rt{fill:#1b2430;font-size:13px;font-weight:600;text-anchor:start}
            .rg{stroke:#dfe3e8;stroke-width:1px}.rd{fill:#8db4e2}.ro{fill:#f2a08c;stroke:#8c1d13;stroke-width:1px}
            .rc{fill:none;stroke:#1b2430;stroke-width:1.5px}.rm{fill:#b3261e}
            @media (prefers-color-scheme:dark){.rs text{fill:#9aa7b6}.rs .rt{fill:#e6eaf0}.rg{stroke:#323b47}.rd{fill:#3d6ea8}
            .ro{fill:#8f2f25;stroke:#ffab9c}.rc{stroke:#e6eaf0}.rm{fill:#ff9d8c}}
            """;

    private final List<ResourceProfile> profiles;
    private final Granularity granularity;
    private final List<List<Bucket>> buckets = new ArrayList<>();
    private LocalDateTime first;
    private LocalDateTime last;
    private double top;

    private ResourceChart(List<ResourceProfile> profiles) {
        this.profiles = profiles;
        this.first = LocalDateTime.MAX;
        this.last = LocalDateTime.MIN;
        this.granularity = granularity(profiles);
        double most = 0;
        for (ResourceProfile profile : profiles) {
            List<Bucket> all = isTooLong(profile) ? List.of() : profile.buckets(granularity);
            buckets.add(all);
            for (Bucket bucket : all) {
                first = bucket.from().isBefore(first) ? bucket.from() : first;
                last = bucket.to().isAfter(last) ? bucket.to() : last;
                most = Math.max(
                        most,
                        Math.max(
                                hours(bucket.demand().ticks()),
                                hours(bucket.capacity().ticks())));
            }
        }
        this.top = round(most);
    }

    /** Returns pictures of one resource with the same scales, or none if nothing is asked or the span is too long to be drawn. */
    static Optional<ResourceChart> of(List<ResourceProfile> profiles) {
        boolean drawn = profiles.stream().noneMatch(ResourceChart::isTooLong)
                && profiles.stream().anyMatch(profile -> !profile.work().isZero());
        return drawn ? Optional.of(new ResourceChart(profiles)) : Optional.empty();
    }

    /**
     * Returns a document with the pictures of one resource one below the other, each with a title; it needs nothing else.
     *
     * @throws IllegalArgumentException if there is nothing to draw
     */
    public static String document(List<ResourceProfile> profiles, List<String> titles) {
        ResourceChart chart = of(profiles)
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to draw of '%s'"
                        .formatted(profiles.get(0).resource().name())));
        StringBuilder out = new StringBuilder();
        int height = HEIGHT + 20;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rs\" viewBox=\"0 0 %s %s\" role=\"img\">\n"
                .formatted(WIDTH, height * profiles.size()));
        out.append("<style>").append(STYLE).append("</style>\n");
        try {
            Markup markup = new Markup(out);
            for (int i = 0; i < profiles.size(); i++) {
                markup.raw("<g transform=\"translate(0 ").raw((long) i * height).raw(")\">");
                markup.raw("<text class=\"rt\" x=\"")
                        .raw(LEFT)
                        .raw("\" y=\"14\">")
                        .text(titles.get(i))
                        .raw("</text>\n");
                markup.raw("<g transform=\"translate(0 20)\">\n");
                chart.draw(i, markup);
                markup.raw("</g></g>\n");
            }
        } catch (IOException e) {
            throw new IllegalStateException("text can always be added to a builder", e);
        }
        return out.append("</svg>\n").toString();
    }

    private static boolean isTooLong(ResourceProfile profile) {
        return profile.span()
                .map(span -> Duration.between(span.from(), span.to()).toDays() > MOST_DAYS)
                .orElse(false);
    }

    private static Granularity granularity(List<ResourceProfile> profiles) {
        long days = 0;
        LocalDateTime from = LocalDateTime.MAX;
        LocalDateTime to = LocalDateTime.MIN;
        for (ResourceProfile profile : profiles) {
            if (profile.span().isPresent()) {
                ResourceProfile.Span span = profile.span().get();
                from = span.from().isBefore(from) ? span.from() : from;
                to = span.to().isAfter(to) ? span.to() : to;
                days = Duration.between(from, to).toDays();
            }
        }
        if (days <= MOST_BARS) {
            return Granularity.DAY;
        }
        return days <= 7L * MOST_BARS ? Granularity.WEEK : Granularity.MONTH;
    }

    private static double hours(long ticks) {
        return ticks / TICKS_PER_HOUR;
    }

    /** The next number of the kind 1, 2, 3, 4, 5, 6 or 8 with zeros behind. */
    private static double round(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-3, most))));
        for (double step : new double[] {1, 2, 3, 4, 5, 6, 8}) {
            if (most <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Writes one picture as an element of a page. */
    void write(int which, Markup out) throws IOException {
        out.raw("<svg class=\"rs\" viewBox=\"0 0 ")
                .raw(WIDTH)
                .raw(" ")
                .raw(HEIGHT)
                .raw("\" role=\"img\" aria-label=\"");
        out.text(describe(profiles.get(which))).raw("\">\n");
        draw(which, out);
        out.raw("</svg>\n");
    }

    /** Says what one bar of the pictures counts. */
    String unit() {
        return "hours a " + granularity.name().toLowerCase(Locale.ROOT);
    }

    /** Says in words what the picture shows. */
    static String describe(ResourceProfile profile) {
        int times = profile.overallocations().size();
        return "%s: peak %s of %s units, %s%% used, %s"
                .formatted(
                        profile.resource().name(),
                        Formats.decimal(Math.round(profile.peak() * 100), 100, 2),
                        Formats.decimal(Math.round(profile.resource().maxUnits() * 100), 100, 2),
                        Formats.count(Math.round(100 * profile.utilisation())),
                        times == 0 ? "never overallocated" : "overallocated " + Formats.count(times, "time", "times"));
    }

    private void draw(int which, Markup out) throws IOException {
        grid(out);
        bars(buckets.get(which), out);
        capacity(buckets.get(which), out);
        marks(profiles.get(which), out);
    }

    private void grid(Markup out) throws IOException {
        for (int i = 0; i <= 2; i++) {
            double value = top * i / 2;
            String y = number(y(value));
            out.raw("<line class=\"rg\" x1=\"").raw(LEFT).raw("\" x2=\"").raw(WIDTH - RIGHT);
            out.raw("\" y1=\"").raw(y).raw("\" y2=\"").raw(y).raw("\"/>");
            out.raw("<text class=\"e\" x=\"")
                    .raw(LEFT - 6)
                    .raw("\" y=\"")
                    .raw(number(y(value) + 4))
                    .raw("\">");
            out.raw(Formats.decimal(Math.round(value * 100), 100, 2)).raw("h</text>\n");
        }
        long days = Duration.between(first, last).toDays();
        long step = Math.max(1, (days * LABEL + WIDTH - LEFT - RIGHT - 1) / (WIDTH - LEFT - RIGHT));
        for (long day = 0; day < days; day += step) {
            LocalDateTime at = first.plusDays(day);
            double x = x(at);
            if (x + LABEL / 2.0 <= WIDTH || day == 0) {
                double shown = Math.min(Math.max(x, LABEL / 2.0), WIDTH - LABEL / 2.0);
                out.raw("<line class=\"rg\" x1=\"")
                        .raw(number(x))
                        .raw("\" x2=\"")
                        .raw(number(x))
                        .raw("\" y1=\"");
                out.raw(number(y(0))).raw("\" y2=\"").raw(number(y(0) + 8)).raw("\"/>");
                out.raw("<text x=\"")
                        .raw(number(shown))
                        .raw("\" y=\"")
                        .raw(HEIGHT - 6)
                        .raw("\">");
                out.raw(Formats.date(at)).raw("</text>\n");
            }
        }
    }

    /** What is asked within the capacity, and what is asked beyond it. */
    private void bars(List<Bucket> all, Markup out) throws IOException {
        StringBuilder within = new StringBuilder();
        StringBuilder beyond = new StringBuilder();
        for (Bucket bucket : all) {
            double asked = hours(bucket.demand().ticks());
            double there = hours(bucket.capacity().ticks());
            bar(bucket, 0, Math.min(asked, there), within);
            bar(bucket, there, asked, beyond);
        }
        out.raw("<path class=\"rd\" d=\"").raw(within).raw("\"/>\n");
        if (!beyond.isEmpty()) {
            out.raw("<path class=\"ro\" d=\"").raw(beyond).raw("\"/>\n");
        }
    }

    private void bar(Bucket bucket, double from, double to, StringBuilder path) {
        if (to - from > top * 1e-6) {
            double left = x(bucket.from());
            double width = Math.max(0.4, x(bucket.to()) - left - (granularity == Granularity.DAY ? 0.6 : 0.3));
            path.append('M').append(number(left)).append(' ').append(number(y(from)));
            path.append('V').append(number(y(to))).append('h').append(number(width));
            path.append('V').append(number(y(from))).append('z');
        }
    }

    /** The capacity: a line across neighbours that have some. */
    private void capacity(List<Bucket> all, Markup out) throws IOException {
        StringBuilder path = new StringBuilder();
        LocalDateTime end = LocalDateTime.MIN;
        for (Bucket bucket : all) {
            if (!bucket.capacity().isZero()) {
                String y = number(y(hours(bucket.capacity().ticks())));
                if (bucket.from().equals(end)) {
                    path.append('V').append(y);
                } else {
                    path.append('M')
                            .append(number(x(bucket.from())))
                            .append(' ')
                            .append(y);
                }
                path.append('H').append(number(x(bucket.to())));
                end = bucket.to();
            }
        }
        out.raw("<path class=\"rc\" d=\"").raw(path).raw("\"/>\n");
    }

    private void marks(ResourceProfile profile, Markup out) throws IOException {
        StringBuilder path = new StringBuilder();
        double reached = -1;
        for (var over : profile.overallocations()) {
            double from = Math.max(x(over.from()), reached);
            double to = Math.max(x(over.to()), from + 1);
            path.append('M').append(number(from)).append(' ').append(number(y(0) + 2));
            path.append('h')
                    .append(number(to - from))
                    .append("v4h")
                    .append(number(from - to))
                    .append('z');
            reached = to;
        }
        if (!path.isEmpty()) {
            out.raw("<path class=\"rm\" d=\"").raw(path).raw("\"/>\n");
        }
    }

    private double x(LocalDateTime at) {
        double share = Duration.between(first, at).toSeconds()
                / (double) Math.max(1, Duration.between(first, last).toSeconds());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double share(double value, double top) {
        return top == 0 ? 0 : value / top;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - share(value, top) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return Formats.decimal(Math.round(value * 10), 10, 1);
    }
}
