package dev.plumbline.internal.network;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides how an automatic activity is laid out: one duration on one calendar, with gaps, or by its assignments. */
final class PlacementCompiler {

    private final Project project;
    private final Network g;
    private final Interned interned;
    private final int a;
    private final Activity activity;
    private final List<Assignment> assignments;
    private final List<long[]> planned = new ArrayList<>();
    private boolean shaped;

    PlacementCompiler(Project project, Network g, int a, Activity activity, List<Assignment> assignments) {
        this.project = project;
        this.g = g;
        this.interned = g.interned;
        this.a = a;
        this.activity = activity;
        this.assignments = assignments;
    }

    /** Fills in span and placement; returns what stands in the way. */
    @Nullable
    Problem compile() {
        if (assignments.isEmpty()) {
            return null;
        }
        if (activity.progress().isStarted()) {
            collectReported();
            shaped = !planned.isEmpty();
        } else {
            g.span[a] += plannedGaps();
        }
        if (g.elapsed[a] || activity.effortRule() == EffortRule.FIXED_DURATION || g.duration[a] == 0) {
            return null;
        }
        return layOut();
    }

    /** The work by time of an activity that began, merged over its assignments, in order. */
    private void collectReported() {
        List<long[]> blocks = new ArrayList<>();
        for (Assignment assignment : assignments) {
            blocks.addAll(blocksOf(assignment));
        }
        planned.addAll(merged(blocks));
    }

    /**
     * Working ticks of an activity not yet begun in which no assignment works. Only assignments that are split or shaped tell by
     * time when they work; the others work on from the start, for their work by their units.
     */
    private long plannedGaps() {
        List<long[]> offsets = new ArrayList<>();
        for (Assignment assignment : assignments) {
            List<long[]> blocks = merged(blocksOf(assignment));
            long from = assignment.delay().ticks();
            if (isShaped(assignment, blocks)) {
                shaped = true;
                for (long[] block : blocks) {
                    long begin = blocks.get(0)[0];
                    offsets.add(
                            new long[] {from + g.between(a, begin, block[0]), from + g.between(a, begin, block[1])});
                }
            } else if (workResource(assignment) != null && assignment.units() > 0) {
                offsets.add(new long[] {from, from + spanOf(assignment)});
            }
        }
        List<long[]> union = shaped ? merged(offsets) : List.of();
        long gaps = 0;
        for (int i = 1; i < union.size(); i++) {
            gaps += union.get(i)[0] - union.get(i - 1)[1];
        }
        return gaps;
    }

    private static List<long[]> blocksOf(Assignment assignment) {
        List<long[]> blocks = new ArrayList<>();
        for (TimephasedWork block : assignment.timephased()) {
            if (!block.work().isZero() && block.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME) {
                blocks.add(new long[] {Ticks.of(block.from()), Ticks.of(block.to())});
            }
        }
        return blocks;
    }

    private static List<long[]> merged(List<long[]> blocks) {
        List<long[]> result = new ArrayList<>();
        blocks.sort(Comparator.comparingLong(block -> block[0]));
        for (long[] block : blocks) {
            long[] last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && block[0] <= last[1]) {
                last[1] = Math.max(last[1], block[1]);
            } else {
                result.add(block.clone());
            }
        }
        return result;
    }

    /** Whether planned work is spread by hand, or interrupted where its calendar works. */
    private boolean isShaped(Assignment assignment, List<long[]> blocks) {
        if (assignment.contour() == Contour.CONTOURED) {
            return !blocks.isEmpty();
        }
        Resource resource = workResource(assignment);
        CompiledCalendar calendar = resource == null ? g.calendar[a] : calendarOf(resource);
        for (int i = 1; i < blocks.size(); i++) {
            if (calendar.work(blocks.get(i - 1)[1], blocks.get(i)[0]) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The finish of the last assignment that has work left: what remains, by its units, from where it was resumed; where the
     * work is shaped or interrupted, the end of its last block. BEFORE where no assignment tells, as none does of elapsed
     * time.
     */
    long remainingFinish(long resume, long left) {
        long last = Network.BEFORE;
        for (Assignment assignment : assignments) {
            WorkTime remaining = assignment.remainingWork();
            Resource resource = workResource(assignment);
            if (g.elapsed[a]
                    || resource == null
                    || remaining == null
                    || remaining.isZero()
                    || assignment.units() <= 0) {
                continue;
            }
            if (!assignment.overtimeWork().isZero()) {
                return Network.BEFORE; // how much overtime is left is not told, the remaining duration knows
            }
            CompiledCalendar calendar = calendarOf(resource);
            long block = lastBlock(assignment, calendar);
            LocalDateTime own = assignment.resume();
            long from = own != null ? Math.max(Ticks.of(own), resume) : resume;
            last = Math.max(
                    last,
                    block != Network.BEFORE
                            ? block
                            : calendar.add(from, remainingSpan(assignment, remaining.ticks(), left)));
        }
        return last;
    }

    /** Where planned work by time ends; BEFORE where there is none, or where it is even and in one piece. */
    private static long lastBlock(Assignment assignment, CompiledCalendar calendar) {
        long last = Network.BEFORE;
        boolean shaped = assignment.contour() != Contour.FLAT;
        for (TimephasedWork block : assignment.timephased()) {
            if (block.kind() == TimephasedWork.Kind.REMAINING && !block.work().isZero()) {
                shaped |= last != Network.BEFORE && calendar.work(last, Ticks.of(block.from())) > 0;
                last = Math.max(last, Ticks.of(block.to()));
            }
        }
        return shaped ? last : Network.BEFORE;
    }

    /** Working ticks of remaining work; what is left of the duration where only rounding tells them apart. */
    private static long remainingSpan(Assignment assignment, long remaining, long left) {
        double rate = assignment.units() * assignment.contour().average();
        long span = Math.round(remaining / rate);
        return Math.abs(span - left) <= 1 + 2 / rate ? left : span;
    }

    /** Working ticks between the blocks of planned work from an instant on. */
    long gapsAfter(long instant) {
        long gaps = 0;
        for (int i = 1; i < planned.size(); i++) {
            if (planned.get(i)[0] > instant) {
                gaps += g.between(a, Math.max(instant, planned.get(i - 1)[1]), planned.get(i)[0]);
            }
        }
        return gaps;
    }

    private @Nullable Problem layOut() {
        List<CompiledCalendar> calendars = new ArrayList<>();
        List<Long> delays = new ArrayList<>();
        List<Long> spans = new ArrayList<>();
        List<Long> shifts = new ArrayList<>();
        boolean differs = false;
        boolean levelled =
                assignments.stream().anyMatch(each -> !each.levellingDelay().isZero());
        for (Assignment assignment : assignments) {
            Resource resource = workResource(assignment);
            boolean alone = activity.ignoresResourceCalendars() && !levelled;
            if (resource == null || alone || assignment.units() <= 0) {
                continue;
            }
            CompiledCalendar calendar = calendarOf(resource);
            if (!calendar.hasWorkingTime()) {
                return noCommonTime(resource);
            }
            differs |= !calendar.equals(g.calendar[a])
                    || !assignment.levellingDelay().isZero();
            shifts.add(assignment.levellingDelay().ticks());
            calendars.add(calendar);
            delays.add(assignment.delay().ticks());
            spans.add(spanOf(assignment));
        }
        if (differs && !shaped) {
            g.placement[a] = new Placement(
                    calendars.toArray(CompiledCalendar[]::new),
                    delays.stream().mapToLong(Long::longValue).toArray(),
                    spans.stream().mapToLong(Long::longValue).toArray(),
                    shifts.stream().mapToLong(Long::longValue).toArray());
        }
        return null;
    }

    /** The calendar on which a resource works here: its own, within the activity's where that has one. */
    private CompiledCalendar calendarOf(Resource resource) {
        CompiledCalendar calendar = interned.of(project.calendarOf(resource));
        if (activity.ignoresResourceCalendars()) {
            return g.calendar[a];
        }
        return activity.calendar() != null && !calendar.equals(g.calendar[a])
                ? interned.common(calendar, g.calendar[a])
                : calendar;
    }

    private @Nullable Resource workResource(Assignment assignment) {
        String id = assignment.resource();
        Resource resource = id == null ? null : project.findResource(id).orElse(null);
        return resource == null || resource.type() != ResourceType.WORK ? null : resource;
    }

    /** Working ticks of an assignment: its regular work by its units; the whole duration where no work is given. */
    private long spanOf(Assignment assignment) {
        long regular = assignment.work().ticks() - assignment.overtimeWork().ticks();
        if (regular <= 0 || assignment.contour() != Contour.FLAT) {
            return g.duration[a];
        }
        return Math.round(regular / assignment.units());
    }

    private Problem noCommonTime(Resource resource) {
        return Problem.error(
                "CAL_NO_COMMON_TIME",
                "activity %s works on calendar %s, its resource %s on calendar %s: they have no common working time"
                        .formatted(
                                Problem.shown(activity.id()),
                                Problem.quote(project.calendarOf(activity).name()),
                                Problem.quote(resource.name()),
                                Problem.quote(project.calendarOf(resource).name())),
                "change one of the calendars or let the activity ignore resource calendars");
    }
}
