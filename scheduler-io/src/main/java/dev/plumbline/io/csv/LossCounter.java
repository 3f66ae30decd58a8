package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what of a project CSV can't hold. */
final class LossCounter {

    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000_000);
    private static final double MOST_UNITS = 999_999_999;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int MOST_DIGITS = 10;

    private final Project project;
    private final LossCounts losses;
    private final NameIndex calendars;
    private final NameIndex resources;

    LossCounter(Project project, LossCounts losses, NameIndex calendars, NameIndex resources) {
        this.project = project;
        this.losses = losses;
        this.calendars = calendars;
        this.resources = resources;
    }

    void count() {
        settings(project.settings());
        project.activities().forEach(this::activity);
        project.relationships().forEach(this::relationship);
        Set<String> derived = new HashSet<>();
        for (Activity activity : project.activities()) {
            for (Assignment assignment : project.assignmentsOf(activity.id())) {
                assignment(assignment, derived);
            }
        }
        for (Resource resource : project.resources()) {
            texts(resource.id(), resource.name(), resource.notes());
            losses.count(resource.id().isEmpty(), "resources without an id");
            losses.count(resource.maxUnits() > MOST_UNITS, "resources of such units");
            calendar(resource.calendar());
        }
        for (WorkCalendar calendar : project.calendars()) {
            texts(calendar.id(), calendar.name());
            WorkCalendar base = calendar.base().orElse(null);
            losses.count(
                    base != null
                            && (!project.findCalendar(base.id())
                                            .filter(base::equals)
                                            .isPresent()
                                    || calendars.reference(base.id()) == null),
                    "bases of calendars that the project doesn't hold itself");
        }
    }

    private void settings(ProjectSettings settings) {
        UnitConversion units = settings.conversion();
        losses.count(
                units.minutesPerDay() > MINUTES_PER_DAY
                        || units.minutesPerWeek() > 7 * MINUTES_PER_DAY
                        || units.daysPerMonth() > 31
                        || settings.currencyDigits() < 0
                        || settings.currencyDigits() > MOST_DIGITS,
                "lengths of days, weeks and months and digits of money beyond what is read");
    }

    private void activity(Activity activity) {
        texts(activity.id(), activity.name(), activity.wbs(), activity.notes());
        losses.count(activity.id().isBlank(), "activities without an id");
        losses.count(!activity.baselines().isEmpty(), "baselines of an activity");
        losses.count(activity.unlevelled() != null, "dates before levelling");
        calendar(activity.calendar());
        Stream.of(
                        activity.duration(),
                        activity.levellingDelay().isNegative()
                                ? activity.levellingDelay().negated()
                                : activity.levellingDelay(),
                        activity.progress().actualDuration(),
                        activity.progress().remainingDuration(),
                        activity.manual().duration())
                .forEach(this::time);
        dates(
                activity.deadline(),
                activity.constraint().date(),
                activity.manual().start(),
                activity.manual().finish(),
                activity.progress().actualStart(),
                activity.progress().actualFinish());
    }

    private void relationship(Relationship relationship) {
        if (relationship.lag() instanceof Lag.Time lag) {
            time(lag.time().isNegative() ? lag.time().negated() : lag.time());
            losses.remark(
                    lag.isZero() && !lag.equals(Lag.NONE) && lag.time().unit().isElapsed(), "elapsed lags of zero");
        } else if (relationship.lag() instanceof Lag.Percent lag) {
            losses.count(lag.percent().abs().compareTo(MOST_PERCENT) > 0, "lags of more than a million percent");
        }
    }

    private void assignment(Assignment assignment, Set<String> derived) {
        String resource = assignment.resource();
        String id = assignment.activity() + "/" + (resource == null ? "" : resource);
        losses.remark(!derived.add(id) || !assignment.id().equals(id), "ids of assignments");
        Assignment plain = Assignment.builder(assignment.id(), assignment.activity(), resource)
                .units(assignment.units())
                .work(assignment.work())
                .build();
        losses.count(
                !assignment.equals(plain),
                "details of assignments beside units and work, such as contours, delays, actual work and costs");
        losses.count(assignment.units() < 0 || assignment.units() > MOST_UNITS, "assignments of such units");
        time(assignment.work());
        boolean ownWork = project.assignmentsOf(assignment.activity()).size() == 1 && assignment.units() == 1.0;
        losses.count(resource == null && !ownWork, "work of an activity beside that of its resources");
        losses.count(
                resource != null && resources.reference(resource) == null, "resources whose name means another one");
    }

    private void calendar(@Nullable String id) {
        losses.count(id != null && calendars.reference(id) == null, "calendars whose name means another one");
    }

    private void time(@Nullable WorkTime time) {
        losses.count(
                time != null && (time.isNegative() || !Durations.isWritable(time)), "amounts of time beyond 400 years");
    }

    private void dates(@Nullable LocalDateTime... dates) {
        for (LocalDateTime date : dates) {
            losses.count(date != null && (date.getYear() < 1 || date.getYear() > 9998), "dates beyond the year 9998");
        }
    }

    private void texts(String... texts) {
        for (String text : texts) {
            losses.count(!text.equals(writable(text)), "characters that no text file can hold");
        }
    }

    /** Returns a text without NUL and halves of surrogate pairs, which become replacement characters. */
    static String writable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }
}
