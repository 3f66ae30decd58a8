package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routes the relationships of a chart: from the corner of a bar that stands for its start or finish straight to the gap beside
 * the other row, along the gap, and into the corner of the other bar.
 */
final class Arrows {

    /*
     * Every piece has its horizontal places in shares of the width only, so that a wider chart needs no new routes. Upright
     * pieces are cut at the borders of the blocks of rows, and those that leave one corner the same way are one. A plan
     * with very many relationships gets the critical ones first, then the driving ones, then the short ones, up to a
     * number of pieces.
     */

    /** The height of a row in pixels. */
    static final int ROW = 24;

    /** Where a bar begins and ends within its row. */
    static final int BAR_TOP = 6;

    static final int BAR_BOTTOM = 18;

    private static final int WIDTH = 1_000_000;

    private final int rowsPerBlock;
    private final List<List<Piece>> blocks = new ArrayList<>();
    private final Map<Stem, Integer> stems = new HashMap<>();
    private int budget;
    private int omitted;

    private Arrows(int rows, int rowsPerBlock, int budget) {
        this.rowsPerBlock = rowsPerBlock;
        this.budget = budget;
        for (int row = 0; row < rows; row += rowsPerBlock) {
            blocks.add(new ArrayList<>());
        }
    }

    /** Routes the relationships between the rows of a chart. */
    static Arrows route(PlanFacts facts, TimeScale scale, ChartRows rows, int rowsPerBlock, int budget) {
        int[] shownAt = new int[facts.rows().size()];
        Arrays.fill(shownAt, -1);
        for (int i = 0; i < rows.size(); i++) {
            shownAt[rows.position(i)] = i;
        }
        List<Link> links = new ArrayList<>();
        Project project = facts.project();
        for (Relationship relationship : project.relationships()) {
            int from = project.indexOf(relationship.predecessor());
            int to = project.indexOf(relationship.successor());
            boolean counts = project.activities().get(from).active()
                    && project.activities().get(to).active();
            if (counts && shownAt[from] >= 0 && shownAt[to] >= 0) {
                Link link = link(facts.rows().get(from), facts.rows().get(to), relationship, scale);
                links.add(link.between(shownAt[from], shownAt[to]));
            }
        }
        links.sort(Comparator.comparing(Link::style).reversed().thenComparingInt(Link::height));
        Arrows arrows = new Arrows(rows.size(), rowsPerBlock, budget);
        links.forEach(arrows::add);
        arrows.cutStems();
        return arrows;
    }

    private static Link link(ActivityTimes from, ActivityTimes to, Relationship relationship, TimeScale scale) {
        RelationshipType type = relationship.type();
        boolean leavesStart = type == RelationshipType.SS || type == RelationshipType.SF;
        boolean entersFinish = type == RelationshipType.FF || type == RelationshipType.SF;
        LocalDateTime left = leavesStart ? from.start() : from.finish();
        LocalDateTime entered = entersFinish ? to.finish() : to.start();
        boolean driving = relationship.equals(to.driver().relationship());
        Style style = !driving ? Style.PLAIN : from.critical() && to.critical() ? Style.CRITICAL : Style.DRIVING;
        Head head = PlanFacts.isMilestone(to) ? Head.MIDDLE : entersFinish ? Head.RIGHT : Head.LEFT;
        return new Link(0, 0, scale.place(left), scale.place(entered), head, style);
    }

    private void add(Link link) {
        boolean away = Math.max(link.x1, link.x2) < 0 || Math.min(link.x1, link.x2) > WIDTH;
        if (away || link.fromRow == link.toRow) {
            return;
        }
        if (budget <= 0) {
            omitted++;
            return;
        }
        boolean down = link.toRow > link.fromRow;
        int gap = down ? link.toRow * ROW : (link.toRow + 1) * ROW - 1;
        int block = link.toRow / rowsPerBlock;
        int y = gap - block * rowsPerBlock * ROW;
        if (link.x1 >= 0 && link.x1 <= WIDTH) {
            Stem stem = new Stem(link.fromRow, link.x1, down, link.style);
            stems.merge(stem, gap, down ? Math::max : Math::min);
        }
        if (link.x1 != link.x2) {
            blocks.get(block).add(new Piece(link.x1, link.x2, y, y, link.style));
        }
        if (link.x2 >= 0 && link.x2 <= WIDTH) {
            blocks.get(block).add(new Piece(link.x2, y, Tip.of(link.tip(), down), link.style));
        }
        budget -= 2 + link.height() / rowsPerBlock;
    }

    private void cutStems() {
        List<Map.Entry<Stem, Integer>> all = new ArrayList<>(stems.entrySet());
        all.sort(Map.Entry.comparingByKey(Comparator.comparingInt(Stem::row)
                .thenComparingLong(Stem::x)
                .thenComparing(Stem::style)
                .thenComparing(Stem::down)));
        int height = rowsPerBlock * ROW;
        for (Map.Entry<Stem, Integer> entry : all) {
            Stem stem = entry.getKey();
            int leave = stem.row * ROW + (stem.down ? BAR_BOTTOM : BAR_TOP);
            int top = Math.min(leave, entry.getValue());
            int bottom = Math.max(leave, entry.getValue());
            for (int block = top / height; block <= bottom / height; block++) {
                int from = Math.max(top, block * height) - block * height;
                int to = Math.min(bottom, (block + 1) * height) - block * height;
                if (from < to) {
                    blocks.get(block).add(new Piece(stem.x, stem.x, from, to, stem.style));
                }
            }
        }
    }

    /** Returns the pieces of a block of rows, their heights counted from its top. */
    List<Piece> block(int block) {
        return blocks.get(block);
    }

    /** Returns how many relationships between shown rows were left out. */
    int omitted() {
        return omitted;
    }

    /** How a relationship is drawn; later is drawn stronger. */
    enum Style {
        PLAIN("ar"),
        DRIVING("ar drives"),
        CRITICAL("ar crit");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        /** Returns the class in the page. */
        String code() {
            return code;
        }
    }

    /** Which point of a bar is entered. */
    enum Head {
        LEFT,
        RIGHT,
        MIDDLE
    }

    /** The last piece with the arrow head: its identity in the page. */
    enum Tip {
        LEFT_DOWN("ld"),
        LEFT_UP("lu"),
        RIGHT_DOWN("rd"),
        RIGHT_UP("ru"),
        STRAIGHT_DOWN("sd"),
        STRAIGHT_UP("su");

        private final String code;

        Tip(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Tip of(Head head, boolean down) {
            return switch (head) {
                case LEFT -> down ? LEFT_DOWN : LEFT_UP;
                case RIGHT -> down ? RIGHT_DOWN : RIGHT_UP;
                case MIDDLE -> down ? STRAIGHT_DOWN : STRAIGHT_UP;
            };
        }
    }

    /**
     * A line between two places, or an arrow head at the first.
     *
     * @param x1 the first place, in millionths of the width
     * @param x2 the second place
     * @param y1 the height of the first place, in pixels below the top of the block
     * @param y2 the height of the second place
     * @param tip the arrow head; absent for a line
     * @param style how it is drawn
     */
    record Piece(long x1, long x2, int y1, int y2, @Nullable Tip tip, Style style) {
        Piece(long x1, long x2, int y1, int y2, Style style) {
            this(x1, x2, y1, y2, null, style);
        }

        Piece(long x, int y, Tip tip, Style style) {
            this(x, x, y, y, tip, style);
        }
    }

    private record Stem(int row, long x, boolean down, Style style) {}

    private record Link(int fromRow, int toRow, long x1, long x2, Head head, Style style) {
        Link between(int from, int to) {
            return new Link(from, to, x1, x2, head, style);
        }

        int height() {
            return Math.abs(toRow - fromRow);
        }

        /** Coming from outside, a line bends on into the bar; from above the bar it goes straight in. */
        Head tip() {
            boolean bends = head == Head.LEFT ? x1 <= x2 : x1 >= x2;
            return bends ? head : Head.MIDDLE;
        }
    }
}
