package dev.plumbline.io.mspdi;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task while it is read: everything as the file has it, in any order. */
final class TaskDraft {

    int uid = -1;
    int id = -1;

    /** The ID, or that of the row before. */
    int order;

    String name = "";
    boolean active = true;
    boolean manual;
    int type;
    boolean isNull;
    String wbs = "";
    String outlineNumber = "";
    int outlineLevel = 1;
    int priority = 500;

    @Nullable
    LocalDateTime start;

    @Nullable
    LocalDateTime finish;

    long duration = Value.NO_TICKS;

    @Nullable
    LocalDateTime manualStart;

    @Nullable
    LocalDateTime manualFinish;

    long manualDuration = Value.NO_TICKS;
    int format = Codes.DAYS;

    @Nullable
    LocalDateTime stop;

    @Nullable
    LocalDateTime resume;

    boolean effortDriven;
    boolean recurring;
    boolean estimated;
    boolean milestone;
    boolean external;
    double percentComplete;
    double physicalPercentComplete;

    @Nullable
    LocalDateTime actualStart;

    @Nullable
    LocalDateTime actualFinish;

    long actualDuration = Value.NO_TICKS;
    long remainingDuration = Value.NO_TICKS;
    int constraintType;

    @Nullable
    LocalDateTime constraintDate;

    @Nullable
    LocalDateTime deadline;

    int calendar = -1;
    boolean levelAssignments = true;
    boolean levellingMaySplit = true;
    int levellingDelay;

    @Nullable
    LocalDateTime unlevelledStart;

    @Nullable
    LocalDateTime unlevelledFinish;

    int levellingFormat = Codes.ELAPSED_DAYS;
    boolean ignoresResourceCalendars;
    BigDecimal fixedCost = BigDecimal.ZERO;
    int fixedCostAccrual = 3;

    @Nullable
    BigDecimal cost;

    String notes = "";
    final List<LinkDraft> links = new ArrayList<>(2);
    final List<BaselineDraft> baselines = new ArrayList<>(0);

    long spot;
    long uidSpot;
    long levelSpot;
    long numberSpot;
    long constraintSpot;
    long actualFinishSpot;
    long finishSpot;
    long stopSpot;
    long calendarSpot;

    /** A relationship from a predecessor. */
    static final class LinkDraft {
        int predecessor = -1;
        int type = 1;
        int lag;
        int format = Codes.DAYS;
        long spot;
        Kept kept = Kept.NOTHING;
    }

    /** A saved plan. */
    static final class BaselineDraft {
        int number;

        @Nullable
        LocalDateTime start;

        @Nullable
        LocalDateTime finish;

        long duration = Value.NO_TICKS;
        int format = Codes.DAYS;
        long work = Value.NO_TICKS;

        @Nullable
        BigDecimal cost;

        long spot;
        Kept kept = Kept.NOTHING;
    }
}
