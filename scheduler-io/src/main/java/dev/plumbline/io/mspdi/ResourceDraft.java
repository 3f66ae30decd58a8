package dev.plumbline.io.mspdi;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource while it is read. */
final class ResourceDraft {

    int uid = -1;
    int id = -1;
    String name = "";
    int type = 1;
    boolean isNull;
    String initials = "";
    String materialLabel = "";
    String group = "";
    double maxUnits = 1.0;
    boolean canLevel = true;
    int accrual = 3;
    int calendar = -1;
    String notes = "";
    boolean generic;
    boolean inactive;
    int booking;
    boolean cost;
    boolean budget;
    final RateDraft current = new RateDraft();
    final List<RateDraft> rates = new ArrayList<>(0);
    final List<AvailabilityDraft> availability = new ArrayList<>(0);
    long spot;
    long uidSpot;
    long calendarSpot;

    /** What a resource costs. */
    static final class RateDraft {
        @Nullable
        LocalDateTime from;

        @Nullable
        LocalDateTime to;

        int table;
        BigDecimal standard = BigDecimal.ZERO;
        int standardFormat = 2;
        BigDecimal overtime = BigDecimal.ZERO;
        int overtimeFormat = 2;
        BigDecimal perUse = BigDecimal.ZERO;

        boolean isFree() {
            return standard.signum() == 0 && overtime.signum() == 0 && perUse.signum() == 0;
        }
    }

    /** How many there are in a span of time. */
    static final class AvailabilityDraft {
        @Nullable
        LocalDateTime from;

        @Nullable
        LocalDateTime to;

        double units = 1.0;
        long spot;
    }
}
