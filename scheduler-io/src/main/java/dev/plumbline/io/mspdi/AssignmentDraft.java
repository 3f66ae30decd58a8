package dev.plumbline.io.mspdi;

import dev.plumbline.model.TimephasedWork;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assignment while it is read. */
final class AssignmentDraft {

    int uid = -1;
    int task = -1;
    int resource = -1;
    String guid = "";

    @Nullable
    LocalDateTime actualStart;

    @Nullable
    LocalDateTime actualFinish;

    @Nullable
    LocalDateTime stop;

    @Nullable
    LocalDateTime resume;

    double units = 1.0;
    long work;
    boolean workGiven;
    long overtimeWork;
    long actualWork;
    long remainingWork = Value.NO_TICKS;
    int delay;
    int levellingDelay;
    int levellingFormat = Codes.ELAPSED_DAYS;
    int contour;
    int costRateTable;
    int booking;

    @Nullable
    BigDecimal cost;

    String notes = "";
    final List<TimephasedWork> timephased = new ArrayList<>(0);
    long spot;
    long uidSpot;
    long taskSpot;
    long resourceSpot;
}
