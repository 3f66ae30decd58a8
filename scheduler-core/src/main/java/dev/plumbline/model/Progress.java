package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What has been reported of an activity. Absent parts were not reported; the engine derives them from the duration.
 *
 * @param actualStart when work began
 * @param actualFinish when it was finished
 * @param actualDuration how much of the duration is done
 * @param remainingDuration how much of the duration is left
 * @param percentComplete the share of the duration that is done, 0 to 100
 * @param physicalPercentComplete the share of the result that exists, 0 to 100; no date depends on it
 * @param stop where the finished part ends
 * @param resume where the remaining part begins
 */
public record Progress(
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable WorkTime actualDuration,
        @Nullable WorkTime remainingDuration,
        double percentComplete,
        double physicalPercentComplete,
        @Nullable LocalDateTime stop,
        @Nullable LocalDateTime resume) {

    /** Nothing reported. */
    public static final Progress NONE = new Progress(null, null, null, null, 0, 0, null, null);

    /**
     * Checks the percentages and the order of the dates.
     *
     * @throws IllegalArgumentException if a percentage is not 0 to 100, or the actual finish lies before the actual start
     */
    public Progress {
        if (!(percentComplete >= 0 && percentComplete <= 100)
                || !(physicalPercentComplete >= 0 && physicalPercentComplete <= 100)) {
            throw new IllegalArgumentException(
                    "percent complete must be 0 to 100: %s, %s".formatted(percentComplete, physicalPercentComplete));
        }
        if (actualStart != null && actualFinish != null && actualFinish.isBefore(actualStart)) {
            throw new IllegalArgumentException(
                    "the actual finish %s lies before the actual start %s".formatted(actualFinish, actualStart));
        }
    }

    /** Returns the same report, but remaining work begins at an instant. */
    public Progress withResume(LocalDateTime instant) {
        return new Progress(
                actualStart,
                actualFinish,
                actualDuration,
                remainingDuration,
                percentComplete,
                physicalPercentComplete,
                stop,
                instant);
    }

    /** Returns whether work began. */
    public boolean isStarted() {
        return actualStart != null;
    }

    /** Returns whether it was finished. */
    public boolean isComplete() {
        return actualFinish != null || (actualStart != null && percentComplete >= 100);
    }
}
