package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Severity;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row while its cells are read; each column sets its field. */
final class RowDraft {

    final ActivityBuilder builder;
    private final String file;
    private final int line;
    int row;
    int outlineLevel = 1;
    boolean hasDuration;
    boolean datesAreManual;
    boolean milestone;
    SchedulingMode mode = SchedulingMode.AUTOMATIC;

    @Nullable
    WorkTime duration;

    @Nullable
    LocalDateTime start;

    @Nullable
    LocalDateTime finish;

    @Nullable
    LocalDateTime manualStart;

    @Nullable
    LocalDateTime manualFinish;

    @Nullable
    WorkTime manualDuration;

    double percentComplete;
    double physicalPercentComplete;

    @Nullable
    LocalDateTime actualStart;

    @Nullable
    LocalDateTime actualFinish;

    @Nullable
    WorkTime actualDuration;

    @Nullable
    WorkTime remainingDuration;

    @Nullable
    LocalDateTime stop;

    @Nullable
    LocalDateTime resume;

    @Nullable
    WorkTime optimistic;

    @Nullable
    WorkTime mostLikely;

    @Nullable
    WorkTime pessimistic;

    Constraint.@Nullable Type constraint;

    @Nullable
    Cell constraintDate;

    @Nullable
    Double units;

    @Nullable
    WorkTime work;

    RowDraft(ActivityBuilder builder, String file, int line) {
        this.builder = builder;
        this.file = file;
        this.line = line;
    }

    private Place place() {
        return new Place(file, line, 0, "");
    }

    /** Returns the activity; what doesn't go together is reported, and the rest kept, so that all problems come together. */
    Activity toActivity(CellContext context) {
        ProblemList problems = context.problems();
        builder.row(row).outlineLevel(outlineLevel).milestone(milestone).mode(mode);
        if (duration != null) {
            builder.duration(duration);
        }
        if (datesAreManual && manualStart == null && manualFinish == null) {
            builder.manual(typed(problems, start, finish, duration));
        } else if (manualStart != null || manualFinish != null || manualDuration != null) {
            builder.manual(typed(problems, manualStart, manualFinish, manualDuration));
        }
        if (actualStart != null && actualFinish != null && actualFinish.isBefore(actualStart)) {
            problems.add(place().problem(
                            "MODEL_ACTUALS",
                            Severity.WARNING,
                            "the actual finish " + actualFinish + " lies before the actual start " + actualStart
                                    + " and is left out",
                            "correct one of them"));
            actualFinish = null;
        }
        builder.progress(progress());
        addEstimate(problems);
        addConstraint(problems);
        return builder.build();
    }

    private ManualDates typed(
            ProblemList problems, @Nullable LocalDateTime from, @Nullable LocalDateTime to, @Nullable WorkTime time) {
        if (from == null || to == null || !to.isBefore(from) || mode != SchedulingMode.MANUAL) {
            return new ManualDates(from, to, time);
        }
        problems.add(place().problem(
                        "MODEL_MANUAL",
                        Severity.WARNING,
                        "the typed finish " + to + " lies before the start " + from + " and is left out",
                        "correct one of them"));
        return new ManualDates(from, null, time);
    }

    private boolean isReported() {
        return actualStart != null
                || actualFinish != null
                || actualDuration != null
                || remainingDuration != null
                || percentComplete != 0
                || physicalPercentComplete != 0
                || stop != null
                || resume != null;
    }

    private Progress progress() {
        if (!isReported()) {
            return Progress.NONE;
        }
        return new Progress(
                actualStart,
                actualFinish,
                actualDuration,
                remainingDuration,
                percentComplete,
                physicalPercentComplete,
                stop,
                resume);
    }

    private void addEstimate(ProblemList problems) {
        WorkTime a = optimistic;
        WorkTime m = mostLikely;
        WorkTime b = pessimistic;
        if (a == null && m == null && b == null) {
            return;
        }
        if (a == null || m == null || b == null) {
            problems.add(place().problem(
                            "CSV_ESTIMATE",
                            Severity.ERROR,
                            "an estimate needs all of Optimistic, Most Likely and Pessimistic",
                            "fill in all three or none"));
        } else if (a.isElapsed() != m.isElapsed() || m.isElapsed() != b.isElapsed()) {
            problems.add(place().problem(
                            "CSV_ESTIMATE",
                            Severity.ERROR,
                            "the estimate mixes working and elapsed time: Optimistic " + a + ", Most Likely " + m
                                    + ", Pessimistic " + b,
                            "write all three like 5d, or all three like 5ed"));
        } else if (a.compareTo(m) > 0 || m.compareTo(b) > 0) {
            problems.add(place().problem(
                            "CSV_ESTIMATE",
                            Severity.ERROR,
                            "the estimate doesn't rise: Optimistic " + a + ", Most Likely " + m + ", Pessimistic " + b,
                            "write them in rising order"));
        } else {
            builder.estimate(new Estimate(a, m, b));
        }
    }

    private void addConstraint(ProblemList problems) {
        Constraint.Type type = constraint;
        Cell cell = constraintDate;
        if (type == null) {
            if (cell != null && !cell.raw().equalsIgnoreCase("NA")) {
                problems.add(cell.place()
                        .problem(
                                "MODEL_CONSTRAINT",
                                Severity.ERROR,
                                "a constraint date without a type",
                                "fill in Constraint Type, such as Start No Earlier Than"));
            }
            return;
        }
        try {
            LocalDateTime date =
                    cell == null || !type.needsDate() ? null : type.bindsFinish() ? cell.finish() : cell.start();
            if (date != null || !type.needsDate()) {
                builder.constraint(new Constraint(type, date));
            } else if (cell == null) {
                problems.add(place().problem(
                                "MODEL_CONSTRAINT",
                                Severity.ERROR,
                                "constraint " + Cell.title(type) + " without a date",
                                "fill in Constraint Date"));
            }
        } catch (CellProblem e) {
            problems.add(e.located(Objects.requireNonNull(cell).place()));
        }
    }
}
