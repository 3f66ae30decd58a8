package dev.plumbline.io.report;

import dev.plumbline.level.Overallocation;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.model.Resource;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page tells of resources: how much they are used, pictures over time, and where they are asked for too much. */
final class PageLoads {

    private static final int MOST_CHARTS = 12;
    private static final int MOST_NAMES = 5;
    private static final int OVERLOADS_PER_RESOURCE = 10;

    private final PlanFacts facts;
    private final Markup out;
    private final PageTables tables;
    private final int most;

    PageLoads(PlanFacts facts, Markup out, PageTables tables, int most) {
        this.facts = facts;
        this.out = out;
        this.tables = tables;
        this.most = most;
    }

    /** Returns how many work resources are asked for something. */
    int count() {
        return busy().size();
    }

    /** Those that are asked for something: the overallocated first, then those with the most work. */
    private List<ResourceProfile> busy() {
        return facts.profiles().stream()
                .filter(profile -> !profile.work().isZero())
                .sorted(Comparator.comparing((ResourceProfile profile) -> profile.isOverallocated() ? 0 : 1)
                        .thenComparing(profile -> -profile.work().ticks()))
                .toList();
    }

    void write() throws IOException {
        List<ResourceProfile> busy = busy();
        if (busy.isEmpty()) {
            tables.good("The plan asks for no work of resources.");
            return;
        }
        usage(busy);
        if (most > 0) {
            charts(busy.subList(0, Math.min(MOST_CHARTS, busy.size())));
        }
        if (busy.size() > MOST_CHARTS) {
            out.raw("<p class=\"note\">Pictures of ").raw(MOST_CHARTS).raw(" of ");
            out.raw(Formats.count(busy.size()))
                    .raw(" resources, the overallocated first, then those with the most work.</p>\n");
        }
        out.raw("<h3 id=\"overloads\">Overallocations</h3>\n");
        overloads();
    }

    private void usage(List<ResourceProfile> busy) throws IOException {
        boolean compares = facts.hasBefore();
        if (compares) {
            tables.open(
                    "Resource",
                    "Units>",
                    "Peak before>",
                    "Peak>",
                    "Work>",
                    "Used>",
                    "Overallocations before>",
                    "Overallocations>");
        } else {
            tables.open("Resource", "Units>", "Peak>", "Work>", "Used>", "Overallocations>");
        }
        int shown = Math.min(most, busy.size());
        for (ResourceProfile profile : busy.subList(0, shown)) {
            Optional<ResourceProfile> before = facts.before(profile.resource());
            out.raw("<tr><td class=\"x\"><bdi>").text(profile.resource().name()).raw("</bdi></td>");
            tables.cell("q", Formats.units(profile.resource().maxUnits()));
            if (compares) {
                tables.cell("q", before.map(was -> Formats.units(was.peak())).orElse(""));
            }
            tables.cell(
                    profile.peak() > profile.resource().maxUnits() && profile.isOverallocated() ? "q neg" : "q",
                    Formats.units(profile.peak()));
            tables.cell("q", Formats.decimal(profile.work().ticks(), 600, 1) + "h");
            tables.cell("q", Formats.count(Math.round(100 * profile.utilisation())) + "%");
            if (compares) {
                tables.cell("q", before.map(was -> times(was)).orElse(""));
            }
            tables.cell(profile.isOverallocated() ? "q neg" : "q", times(profile));
            out.raw("</tr>\n");
        }
        tables.close(busy.size(), shown);
    }

    private static String times(ResourceProfile profile) {
        return Formats.count(profile.overallocations().size());
    }

    private void charts(List<ResourceProfile> shown) throws IOException {
        out.raw("<div class=\"loads\">\n");
        for (ResourceProfile profile : shown) {
            Optional<ResourceProfile> before = facts.before(profile.resource());
            List<ResourceProfile> pair =
                    before.map(was -> List.of(was, profile)).orElse(List.of(profile));
            Optional<ResourceChart> chart = ResourceChart.of(pair);
            if (chart.isPresent()) {
                for (int i = 0; i < pair.size(); i++) {
                    out.raw("<figure><figcaption>");
                    out.raw(pair.size() == 1 ? "" : i == 0 ? "Before: " : "After: ");
                    out.text(ResourceChart.describe(pair.get(i)));
                    out.raw("<small>").raw(chart.get().unit()).raw("</small></figcaption><div class=\"wide\">\n");
                    chart.get().write(i, out);
                    out.raw("</div></figure>\n");
                }
            }
        }
        out.raw(
                "</div>\n<ul class=\"legend\"><li><svg width=\"14\" height=\"10\"><path class=\"rd\" d=\"M0 0h14v10h-14z\"/></svg>");
        out.raw(
                "asked for, within the capacity</li><li><svg width=\"14\" height=\"10\"><path class=\"ro\" d=\"M.5 .5h13v9h-13z\"/></svg>");
        out.raw(
                "asked for beyond it</li><li><svg width=\"14\" height=\"10\"><path class=\"rc\" d=\"M0 5h14\"/></svg>capacity</li>");
        out.raw("<li><svg width=\"14\" height=\"10\"><path class=\"rm\" d=\"M0 3h14v4h-14z\"/></svg>");
        out.raw("more is asked than there is at some time</li></ul>\n");
    }

    private void overloads() throws IOException {
        Map<Resource, List<Overallocation>> overloads = facts.overloadsByResource();
        if (overloads.isEmpty()) {
            tables.good("No resource is asked for more than there is.");
            return;
        }
        tables.open("Resource", "From", "To", "Demand>", "Capacity>", "Missing work>", "Activities");
        int left = most;
        for (Map.Entry<Resource, List<Overallocation>> entry : overloads.entrySet()) {
            List<Overallocation> spans = entry.getValue();
            int shown = Math.min(Math.min(spans.size(), OVERLOADS_PER_RESOURCE), left);
            for (Overallocation overload : spans.subList(0, shown)) {
                overload(entry.getKey(), overload);
            }
            if (shown > 0 && shown < spans.size()) {
                out.raw("<tr><td class=\"x\"></td><td colspan=\"6\">and ");
                out.raw(Formats.count(spans.size() - shown, "later span", "later spans"))
                        .raw(" of ");
                out.text(entry.getKey().name()).raw("</td></tr>\n");
            }
            left -= shown;
        }
        out.raw("</tbody></table></div>\n");
        if (left == 0) {
            out.raw("<p class=\"note\">The list is cut at ").raw(Formats.count(most, "row", "rows"));
            out.raw("; ask for all rows to see the rest.</p>\n");
        }
    }

    private void overload(Resource resource, Overallocation overload) throws IOException {
        out.raw("<tr><td class=\"x\"><bdi>").text(resource.name()).raw("</bdi></td>");
        tables.cell("v", Formats.dateTime(overload.from()));
        tables.cell("v", Formats.dateTime(overload.to()));
        tables.cell("q neg", Formats.units(overload.demand()));
        tables.cell("q", Formats.units(overload.capacity()));
        tables.cell("q", Formats.decimal(overload.excess().ticks(), 600, 1) + "h");
        out.raw("<td class=\"x\">");
        List<String> ids = overload.activities();
        for (int i = 0; i < Math.min(MOST_NAMES, ids.size()); i++) {
            out.raw(i == 0 ? "" : ", ").raw("<bdi>");
            out.text(facts.project().activity(ids.get(i)).name(), 80).raw("</bdi>");
        }
        int more = ids.size() - MOST_NAMES;
        out.raw(more > 0 ? " and " + Formats.count(more) + " more" : "").raw("</td></tr>\n");
    }
}
