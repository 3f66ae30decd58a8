package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.risk.Model;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan costs and how that varies. */
final class CostCompiler {

    /*
     * The cost of an activity is its fixed cost, and of each assignment the regular work at the standard rate, the overtime at the
     * overtime rate and the cost per use times the units; a material costs its quantity at its rate and the cost per use once, a
     * cost resource what was typed. Rates are those of the planned dates, each weighted with the share of the working time between
     * the activity's planned start and finish in which it holds. Work, and with it its cost, goes with the duration, unless the
     * activity has fixed work.
     */

    private static final double TICKS_PER_HOUR = 600;

    private final Project project;
    private final Model model;
    private final List<CostPiece> pieces = new ArrayList<>();
    private boolean any;
    private double planned;

    /**
     * An activity whose cost is added.
     *
     * @param activity the activity
     * @param duration the number of its uncertain duration, or -1
     * @param gates rows that are 1 where it is done at all
     * @param fixedRow the row of its uncertain fixed cost, if it is uncertain
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Item(
            Activity activity,
            int duration,
            int[] gates,
            @Nullable Integer fixedRow) {}

    CostCompiler(Project project, Model model) {
        this.project = project;
        this.model = model;
    }

    boolean any() {
        return any;
    }

    /** What the plan as it stands costs. */
    double planned() {
        return planned;
    }

    /** Adds a cost that is certain. */
    void add(double amount) {
        planned += amount;
        model.cost(amount);
        any |= amount != 0;
    }

    /** Adds a row of costs of an activity or a risk. */
    void addRow(Contribution.Kind kind, String name, int row, int... gates) {
        addPiece(new CostPiece(kind, name, 1, -1, row, gates));
        any = true;
    }

    private void addPiece(CostPiece piece) {
        model.cost(piece.amount(), piece.duration(), piece.row(), piece.gates());
        pieces.add(piece);
    }

    /** The parts of the cost that vary. */
    List<CostPiece> pieces() {
        return List.copyOf(pieces);
    }

    void addActivity(Item item, Map<String, Integer> rateRows, Schedule schedule) {
        if (item.fixedRow() != null) {
            planned += fixedCost(item.activity());
            addRow(Contribution.Kind.ACTIVITY, item.activity().id(), item.fixedRow(), item.gates());
        } else {
            add(item, fixedCost(item.activity()), false, null);
        }
        for (Assignment assignment : project.assignmentsOf(item.activity().id())) {
            String id = assignment.resource();
            Resource resource = id == null ? null : project.findResource(id).orElse(null);
            if (resource != null) {
                addAssignment(item, assignment, resource, rateRows.get(resource.id()), schedule);
            }
        }
    }

    /** The fixed cost; the whole cost that a file holds where the activity has nothing to compute it from. */
    private double fixedCost(Activity activity) {
        BigDecimal whole = activity.cost();
        boolean computed = activity.fixedCost().signum() != 0
                || !project.assignmentsOf(activity.id()).isEmpty()
                || project.wbs().isSummary(activity.id());
        return computed || whole == null ? activity.fixedCost().doubleValue() : whole.doubleValue();
    }

    private void add(Item item, double amount, boolean withDuration, @Nullable Integer rateRow) {
        if (amount == 0) {
            return;
        }
        any = true;
        planned += amount;
        boolean varies = withDuration && item.duration() >= 0 && model.planned(item.duration()) > 0;
        if (!varies && rateRow == null && item.gates().length == 0) {
            model.cost(amount);
        } else {
            addPiece(new CostPiece(
                    Contribution.Kind.ACTIVITY,
                    item.activity().id(),
                    amount,
                    varies ? item.duration() : -1,
                    rateRow == null ? -1 : rateRow,
                    item.gates()));
        }
    }

    private void addAssignment(
            Item item, Assignment assignment, Resource resource, @Nullable Integer rateRow, Schedule schedule) {
        List<CostRate> rates = resource.rates().stream()
                .filter(rate -> rate.table() == assignment.costRateTable())
                .toList();
        if (rates.isEmpty() || resource.type() == ResourceType.COST) {
            double typed = assignment.cost() == null ? 0 : assignment.cost().doubleValue();
            add(item, typed, false, rateRow);
            return;
        }
        ActivityTimes times = schedule.of(item.activity().id());
        double use = rateAt(rates, times).costPerUse().doubleValue();
        if (resource.type() == ResourceType.MATERIAL) {
            double price = rateAt(rates, times).standardRate().doubleValue();
            add(item, assignment.units() * price, false, rateRow);
            add(item, use, false, rateRow);
            return;
        }
        double standard = 0;
        double overtime = 0;
        double[] shares = shares(rates, item.activity(), times);
        for (int i = 0; i < shares.length; i++) {
            standard += shares[i] * rates.get(i).standardRate().doubleValue();
            overtime += shares[i] * rates.get(i).overtimeRate().doubleValue();
        }
        double work = workHours(item.activity(), assignment);
        double extra = assignment.overtimeWork().ticks() / TICKS_PER_HOUR;
        boolean grows = item.activity().effortRule() != EffortRule.FIXED_WORK;
        add(item, (work - extra) * standard + extra * overtime, grows, rateRow);
        add(item, assignment.units() * use, false, rateRow);
    }

    private double workHours(Activity activity, Assignment assignment) {
        return project.effort(activity.id()).work(assignment).ticks() / TICKS_PER_HOUR;
    }

    private static CostRate rateAt(List<CostRate> rates, ActivityTimes times) {
        for (CostRate rate : rates) {
            if (!times.start().isBefore(rate.from()) && times.start().isBefore(rate.to())) {
                return rate;
            }
        }
        return rates.get(rates.size() - 1);
    }

    /** The share of the planned working time in which each rate holds; all for the first that holds at the start if none is. */
    private double[] shares(List<CostRate> rates, Activity activity, ActivityTimes times) {
        double[] shares = new double[rates.size()];
        CompiledCalendar calendar = project.calendarOf(activity).compiled();
        long start = Ticks.of(times.start());
        long finish = Ticks.of(times.finish());
        long whole = calendar.work(start, finish);
        if (rates.size() == 1 || whole <= 0) {
            shares[rates.indexOf(rateAt(rates, times))] = 1;
            return shares;
        }
        for (int i = 0; i < shares.length; i++) {
            long from = Math.max(start, Ticks.of(rates.get(i).from()));
            long to = Math.min(finish, Ticks.of(rates.get(i).to()));
            shares[i] = from < to ? (double) calendar.work(from, to) / whole : 0;
        }
        return shares;
    }
}
