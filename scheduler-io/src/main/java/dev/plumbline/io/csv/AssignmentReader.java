package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.AssignmentBuilder;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The assignments of an activity from its cells. Units that the cell doesn't give are those of the Units column, else 100 %.
 * Work of the Work column is shared by units among the work resources whose own work isn't given; without any resource it is
 * the activity's own.
 */
final class AssignmentReader {

    private final ResourceScan plain;
    private final ResourceCell cells;
    private final ResourceTable resources;
    private final CellContext context;
    private final Set<String> ids = new HashSet<>();
    private int count;

    AssignmentReader(CellContext context, ResourceTable resources) {
        this.cells = new ResourceCell(
                context.numbers(), context.durations(), context.dialect().isForeign());
        this.plain = new ResourceScan(context.durations());
        this.resources = resources;
        this.context = context;
    }

    /** Returns the units of a cell of the Units column. */
    double units(Cell cell) throws CellProblem {
        Double units = cells.units(cell.raw());
        if (units == null) {
            throw cell.invalid("are no units", "write them like 50% or 300%");
        }
        return units;
    }

    /** Adds the assignments of an activity to a project. */
    void read(
            String activity,
            @Nullable Cell cell,
            @Nullable Double units,
            @Nullable WorkTime work,
            ProjectBuilder project)
            throws CellProblem {
        boolean done = work == null
                && !context.dialect().isForeign()
                && isPlain(activity)
                && (cell == null || (plain.read(cell) && addPlain(activity, cell, units, project)));
        if (!done) {
            readAny(activity, cell, units, work).forEach(project::add);
        }
    }

    /** Adds what the scan found; returns false, nothing added, if ids could clash. */
    private boolean addPlain(String activity, Cell cell, @Nullable Double units, ProjectBuilder project) {
        for (int i = 0; i < plain.count(); i++) {
            if (!isPlain(plain.resource(i).id()) || plain.isRepeated(i)) {
                return false;
            }
        }
        for (int i = 0; i < plain.count(); i++) {
            checkCount(cell);
            String resource = plain.resource(i).id();
            AssignmentBuilder builder = Assignment.builder(activity + "/" + resource, activity, resource)
                    .units(plain.units(i, units == null ? 1.0 : units));
            WorkTime work = plain.work(i);
            project.add((work == null ? builder : builder.work(work)).build());
        }
        return true;
    }

    private List<Assignment> readAny(
            String activity, @Nullable Cell cell, @Nullable Double units, @Nullable WorkTime work) throws CellProblem {
        List<ResourceCell.Use> uses = cell == null ? List.of() : cells.parse(cell.raw());
        Set<String> own = new HashSet<>(4);
        List<AssignmentBuilder> builders = new ArrayList<>(uses.size());
        List<AssignmentBuilder> sharing = new ArrayList<>(uses.size());
        List<BigDecimal> shares = new ArrayList<>(uses.size());
        for (ResourceCell.Use use : uses) {
            Resource resource = resources.use(use, place(cell));
            plain.learn(use, resource);
            double used = Objects.requireNonNullElse(use.units(), Objects.requireNonNullElse(units, 1.0));
            AssignmentBuilder builder = Assignment.builder(
                            id(activity, resource.id(), own, cell), activity, resource.id())
                    .units(used)
                    .cost(use.cost());
            if (use.work() != null) {
                builder.work(use.work());
            } else if (resource.type() == ResourceType.WORK) {
                sharing.add(builder);
                shares.add(BigDecimal.valueOf(used));
            }
            builders.add(builder);
        }
        if (work != null && !sharing.isEmpty()) {
            share(work, sharing, shares);
        } else if (work != null && uses.isEmpty() && isOwnWork(work)) {
            builders.add(Assignment.builder(id(activity, "", own, cell), activity, null)
                    .work(work));
        }
        List<Assignment> assignments = new ArrayList<>(builders.size());
        for (AssignmentBuilder builder : builders) {
            assignments.add(builder.build());
        }
        return assignments;
    }

    /** Microsoft Project writes no work as zero. */
    private boolean isOwnWork(WorkTime work) {
        return !context.dialect().isForeign() || !work.isZero();
    }

    /** Gives each its share, whole ticks, the last one the rest. */
    private static void share(WorkTime work, List<AssignmentBuilder> builders, List<BigDecimal> shares) {
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long left = work.ticks();
        for (int i = 0; i < builders.size(); i++) {
            long part = i == builders.size() - 1
                    ? left
                    : sum.signum() == 0
                            ? 0
                            : BigDecimal.valueOf(work.ticks())
                                    .multiply(shares.get(i))
                                    .divide(sum, 0, RoundingMode.DOWN)
                                    .longValueExact();
            left -= part;
            builders.get(i).work(work.withTicks(part));
        }
    }

    /**
     * Returns an id that no other assignment has. Without a slash or a number sign in its parts it can only be that of an
     * assignment of the same resource on the same activity, so most ids need not be remembered.
     */
    private String id(String activity, String resource, Set<String> own, @Nullable Cell cell) {
        checkCount(cell);
        String wanted = activity + "/" + resource;
        boolean first = own.add(resource);
        if (first && isPlain(activity) && isPlain(resource)) {
            return wanted;
        }
        String id = first ? wanted : wanted + "#2";
        for (int n = first ? 2 : 3; !ids.add(id); n++) {
            id = wanted + "#" + n;
        }
        return id;
    }

    private static boolean isPlain(String part) {
        return part.indexOf('/') < 0 && part.indexOf('#') < 0;
    }

    private static Place place(@Nullable Cell cell) {
        return cell == null ? new Place("", 0, 0, "") : cell.place();
    }

    private void checkCount(@Nullable Cell cell) {
        ReadLimits limits = context.limits();
        if (++count > limits.assignments()) {
            throw context.problems()
                    .fatal(place(cell)
                            .problem(
                                    "LIMIT_ASSIGNMENTS",
                                    Severity.ERROR,
                                    "more than " + limits.assignments() + " assignments",
                                    "give --limits trusted if you trust the file"));
        }
    }
}
