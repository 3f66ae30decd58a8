package dev.plumbline.model;

/**
 * An assignment of a work resource in numbers, in ticks: remaining regular work = length x units x shape.
 *
 * <p>What is done is done: every edit acts on the remaining work, over the remaining duration.
 *
 * @param assignment the assignment from which it was taken
 * @param actual the work done, overtime included
 * @param remaining the work left, overtime included
 * @param overtime the overtime of the whole work
 * @param units how much of the resource is used
 * @param shape the share of the units that the contour uses on average
 * @param delay what is left of the working time from the start of the activity to that of the assignment
 */
record Booking(
        Assignment assignment, long actual, long remaining, long overtime, double units, double shape, long delay) {

    static Booking of(Activity activity, Assignment assignment) {
        long done = activity.actualDuration().ticks();
        long left = activity.remainingDuration().ticks();
        long work = givenOrDerived(activity, assignment);
        boolean reported =
                assignment.remainingWork() != null || !assignment.actualWork().isZero();
        long actual = reported ? assignment.actualWork().ticks() : done == 0 ? 0 : share(work, done, done + left);
        long remaining =
                assignment.remainingWork() != null ? assignment.remainingWork().ticks() : Math.max(0, work - actual);
        long delay = Math.max(0, assignment.delay().ticks() - done);
        Booking booking = new Booking(
                assignment,
                actual,
                remaining,
                assignment.overtimeWork().ticks(),
                assignment.units(),
                assignment.contour().average(),
                delay);
        return assignment.contour() == Contour.CONTOURED ? booking.shapedBy(left) : booking;
    }

    /** Returns the work of an assignment: as given, else as its units and contour make it over the duration. */
    static long givenOrDerived(Activity activity, Assignment assignment) {
        if (!assignment.work().isZero()) {
            return assignment.work().ticks();
        }
        long length =
                Math.max(0, activity.duration().ticks() - assignment.delay().ticks());
        return Math.round(length * assignment.units() * assignment.contour().average())
                + assignment.overtimeWork().ticks();
    }

    /** Returns a share of an amount, rounded half up. */
    static long share(long amount, long part, long whole) {
        return Math.round(amount * ((double) part / whole));
    }

    /** Work that is given by time fills what is left of the activity, whatever its units. */
    private Booking shapedBy(long left) {
        double regular = remaining * regularShare();
        return left > delay && units > 0 && regular > 0 ? withShape(regular / (units * (left - delay))) : this;
    }

    /** Returns the working time that the remaining work takes; none without units. */
    double length() {
        return units <= 0 ? 0 : remaining * regularShare() / (units * shape);
    }

    /** Returns the working time up to the end of the remaining work. */
    double end() {
        return length() == 0 ? 0 : delay + length();
    }

    /** Returns whether the remaining work ends with what is left of the activity, but for the rounding of work to ticks. */
    boolean fills(long left) {
        return units > 0 && Math.abs(end() - left) <= 1 + 2 / (units * shape);
    }

    /** Returns the working time that the remaining work takes in an activity of which so much is left, without its rounding. */
    double lengthIn(long left) {
        return fills(left) ? left - Math.min(left, delay) : length();
    }

    /** Overtime is spread evenly over the work and takes no time. */
    private double regularShare() {
        long total = actual + remaining;
        return overtime <= 0 || total <= 0 ? 1 : Math.max(0, total - overtime) / (double) total;
    }

    /*
     * remaining x (1 - overtime / (actual + remaining)) = regular, solved for remaining; without actual work it is
     * regular + overtime.
     */
    Booking overLength(double length) {
        double regular = Math.max(0, length) * units * shape;
        if (overtime <= 0) {
            return withRemaining(Math.round(regular));
        }
        double b = actual - overtime - regular;
        return withRemaining(Math.round((Math.sqrt(b * b + 4 * actual * regular) - b) / 2));
    }

    /** Returns the units at which the remaining work takes so long; the units it has where there is no work. */
    Booking unitsOver(double length) {
        double regular = remaining * regularShare();
        return regular <= 0 || length <= 0 ? this : withUnits(regular / (length * shape));
    }

    Booking withRemaining(long value) {
        return new Booking(assignment, actual, value, overtime, units, shape, delay);
    }

    Booking withUnits(double value) {
        return new Booking(assignment, actual, remaining, overtime, value, shape, delay);
    }

    Booking withOvertime(long value) {
        return new Booking(assignment, actual, remaining, value, units, shape, delay);
    }

    Booking withShape(double value) {
        return new Booking(assignment, actual, remaining, overtime, units, value, delay);
    }

    Booking with(Assignment value) {
        return new Booking(value, actual, remaining, overtime, units, shape, delay);
    }
}
