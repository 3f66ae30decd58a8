package dev.plumbline.model;

import dev.plumbline.calendar.UnitConversion;
import java.time.LocalTime;

/**
 * A project's own options: units, defaults and the rules that apply when progress is entered. Immutable.
 *
 * @param conversion what a working day, week and month stand for
 * @param defaultStart the time of day of starts given by date only
 * @param defaultFinish the time of day of finishes given by date only
 * @param criticalSlackDays activities are critical up to this many working days of total float
 * @param multipleCriticalPaths whether every activity without successor ends a critical path of its own
 * @param splitsInProgress whether remaining work is moved apart from finished work when logic demands it
 * @param moveCompletedEndsBack whether finished work after the data date is moved back to end there
 * @param moveRemainingStartsBack whether the remaining work then follows
 * @param moveRemainingStartsForward whether remaining work before the data date is moved forward to begin there
 * @param moveCompletedEndsForward whether the finished work then ends there too
 * @param insertedLikeSummary whether inserted projects are calculated as one network
 * @param currencySymbol how amounts of money are shown
 * @param currencyCode the ISO code of the currency, possibly empty
 * @param currencyDigits decimals of amounts
 */
public record ProjectSettings(
        UnitConversion conversion,
        LocalTime defaultStart,
        LocalTime defaultFinish,
        int criticalSlackDays,
        boolean multipleCriticalPaths,
        boolean splitsInProgress,
        boolean moveCompletedEndsBack,
        boolean moveRemainingStartsBack,
        boolean moveRemainingStartsForward,
        boolean moveCompletedEndsForward,
        boolean insertedLikeSummary,
        String currencySymbol,
        String currencyCode,
        int currencyDigits) {

    /** Eight-hour days from 08:00 to 17:00, critical at no float, splits allowed. */
    public static final ProjectSettings DEFAULT = new ProjectSettings(
            UnitConversion.STANDARD,
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            0,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            "$",
            "",
            2);

    /** Returns the same settings with another conversion. */
    public ProjectSettings withConversion(UnitConversion other) {
        return new ProjectSettings(
                other,
                defaultStart,
                defaultFinish,
                criticalSlackDays,
                multipleCriticalPaths,
                splitsInProgress,
                moveCompletedEndsBack,
                moveRemainingStartsBack,
                moveRemainingStartsForward,
                moveCompletedEndsForward,
                insertedLikeSummary,
                currencySymbol,
                currencyCode,
                currencyDigits);
    }

    /**
     * Returns the same settings with other rules for progress that doesn't reach up to the data date or goes beyond it.
     *
     * @param completedBack whether finished work after the data date is moved back to end there
     * @param remainingBack whether the remaining work then follows
     * @param remainingForward whether remaining work before the data date is moved forward to begin there
     * @param completedForward whether the finished work then ends there too
     */
    public ProjectSettings withMoves(
            boolean completedBack, boolean remainingBack, boolean remainingForward, boolean completedForward) {
        return new ProjectSettings(
                conversion,
                defaultStart,
                defaultFinish,
                criticalSlackDays,
                multipleCriticalPaths,
                splitsInProgress,
                completedBack,
                remainingBack,
                remainingForward,
                completedForward,
                insertedLikeSummary,
                currencySymbol,
                currencyCode,
                currencyDigits);
    }

    /** Returns the same settings in which remaining work may be moved apart from finished work, or not. */
    public ProjectSettings withSplitsInProgress(boolean splits) {
        return new ProjectSettings(
                conversion,
                defaultStart,
                defaultFinish,
                criticalSlackDays,
                multipleCriticalPaths,
                splits,
                moveCompletedEndsBack,
                moveRemainingStartsBack,
                moveRemainingStartsForward,
                moveCompletedEndsForward,
                insertedLikeSummary,
                currencySymbol,
                currencyCode,
                currencyDigits);
    }
}
