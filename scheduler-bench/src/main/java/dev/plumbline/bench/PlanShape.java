package dev.plumbline.bench;

/**
 * What a generated plan looks like. Immutable; vary {@link #DEFAULT} with the {@code with} methods.
 *
 * @param activities rows that are not summaries, at least 1
 * @param relationshipsPerActivity relationships divided by activities, on average
 * @param calendars calendars, at least 1; activities take them in turn
 * @param resources resources, possibly none; every activity gets one or two of them
 * @param summaryLevels levels of summaries above the activities, possibly none
 * @param chain whether the activities form one chain instead of a network
 * @param chainMinutes the duration of each activity of a chain
 */
public record PlanShape(
        int activities,
        double relationshipsPerActivity,
        int calendars,
        int resources,
        int summaryLevels,
        boolean chain,
        int chainMinutes) {

    /** A thousand activities with 2.3 relationships each, one calendar, no resources, no summaries. */
    public static final PlanShape DEFAULT = new PlanShape(1_000, 2.3, 1, 0, 0, false, 1);

    /** Checks the ranges. */
    public PlanShape {
        if (activities < 1 || calendars < 1 || resources < 0 || summaryLevels < 0 || chainMinutes < 0) {
            throw new IllegalArgumentException(
                    "a plan needs at least one activity and one calendar and nothing negative: %d activities, %d calendars, %d resources, %d levels, %d minutes"
                            .formatted(activities, calendars, resources, summaryLevels, chainMinutes));
        }
        if (!(relationshipsPerActivity >= 0 && relationshipsPerActivity <= 100)) {
            throw new IllegalArgumentException(
                    "relationships per activity must be 0 to 100: " + relationshipsPerActivity);
        }
    }

    /**
     * Returns the shape with another size.
     *
     * @param value the number of activities
     * @return the changed shape
     */
    public PlanShape withActivities(int value) {
        return new PlanShape(value, relationshipsPerActivity, calendars, resources, summaryLevels, chain, chainMinutes);
    }

    /**
     * Returns the shape with another density.
     *
     * @param value relationships divided by activities
     * @return the changed shape
     */
    public PlanShape withRelationshipsPerActivity(double value) {
        return new PlanShape(activities, value, calendars, resources, summaryLevels, chain, chainMinutes);
    }

    /**
     * Returns the shape with so many calendars.
     *
     * @param value the number of calendars
     * @return the changed shape
     */
    public PlanShape withCalendars(int value) {
        return new PlanShape(
                activities, relationshipsPerActivity, value, resources, summaryLevels, chain, chainMinutes);
    }

    /**
     * Returns the shape with so many resources.
     *
     * @param value the number of resources
     * @return the changed shape
     */
    public PlanShape withResources(int value) {
        return new PlanShape(
                activities, relationshipsPerActivity, calendars, value, summaryLevels, chain, chainMinutes);
    }

    /**
     * Returns the shape with so many levels of summaries.
     *
     * @param value the number of levels
     * @return the changed shape
     */
    public PlanShape withSummaryLevels(int value) {
        return new PlanShape(activities, relationshipsPerActivity, calendars, resources, value, chain, chainMinutes);
    }

    /**
     * Returns one chain of activities instead of a network.
     *
     * @param minutes the duration of each
     * @return the changed shape
     */
    public PlanShape asChain(int minutes) {
        return new PlanShape(activities, relationshipsPerActivity, calendars, resources, summaryLevels, true, minutes);
    }
}
