package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts steps together and names things as planners do. */
final class StepFactory {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Project project;
    private final Network g;

    StepFactory(Project project, Network network) {
        this.project = project;
        this.g = network;
    }

    /** A step that takes no time. */
    Step at(Step.Kind kind, int a, long instant, String sentence) {
        return on(kind, a, instant, instant).says(sentence);
    }

    /** A step from one instant to another. */
    Draft on(Step.Kind kind, int a, long from, long to) {
        return new Draft(kind, activity(a).id(), from, to);
    }

    /** A step over a duration: on the activity's calendar where that alone counts it, else on the wall clock. */
    Step measured(int a, long from, long to, String sentence) {
        CompiledCalendar calendar = project.calendarOf(activity(a)).compiled();
        long work = calendar.work(from, to);
        boolean onCalendar = !g.elapsed[a] && calendar.add(from, work) == to;
        return on(Step.Kind.DURATION, a, from, to)
                .taking(onCalendar ? work : to - from, onCalendar ? calendarId(a) : "")
                .says(sentence);
    }

    String calendarId(int a) {
        return project.calendarOf(activity(a)).id();
    }

    /** The name of the calendar, which people know it by, else its id. */
    String calendarName(int a) {
        String name = project.calendarOf(activity(a)).name();
        return name.isEmpty() ? calendarId(a) : name;
    }

    Activity activity(int a) {
        return project.activities().get(a);
    }

    String name(int a) {
        Activity activity = activity(a);
        return activity.name().isEmpty() || activity.name().equals(activity.id())
                ? activity.id()
                : activity.id() + " '" + activity.name() + "'";
    }

    static String date(long tick) {
        return MINUTE.format(Ticks.toDateTime(tick));
    }

    /** A step in the making. */
    static final class Draft {

        private final Step.Kind kind;
        private final String activity;
        private final long from;
        private final long to;
        private @Nullable Relationship relationship;
        private @Nullable Constraint constraint;
        private String calendar = "";
        private long amount;

        private Draft(Step.Kind kind, String activity, long from, long to) {
            this.kind = kind;
            this.activity = activity;
            this.from = from;
            this.to = to;
        }

        Draft along(Relationship value) {
            relationship = value;
            return this;
        }

        Draft because(Constraint value) {
            constraint = value;
            return this;
        }

        Draft taking(long ticks, String calendarId) {
            amount = ticks;
            calendar = calendarId;
            return this;
        }

        Step says(String sentence) {
            WorkUnit unit = calendar.isEmpty() ? WorkUnit.ELAPSED_HOURS : WorkUnit.HOURS;
            return new Step(
                    kind,
                    activity,
                    relationship,
                    constraint,
                    calendar,
                    new WorkTime(amount, unit),
                    Ticks.toDateTime(from),
                    Ticks.toDateTime(to),
                    sentence);
        }
    }
}
