package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a schedule, of one step or several, that is recomputed only where it can change something. The schedule it
 * begins with stays as it is.
 *
 * <pre>{@code
 * var result = plan.whatIf().duration("B", days(2)).remove("A", "C").schedule();
 * result.schedule().finish();
 * result.changes().forEach(System.out::println);
 * }</pre>
 *
 * <p>An edit costs what it changes, not the size of the plan; one that moves the finish of the project costs a backward pass,
 * and one that adds relationships a copy of the network.
 */
public final class WhatIf {

    private final Schedule base;
    private final Map<String, Activity> edited = new LinkedHashMap<>();
    private final List<Relationship> removed = new ArrayList<>();
    private final List<Relationship> added = new ArrayList<>();

    WhatIf(Schedule base) {
        this.base = base;
    }

    /**
     * Gives an activity another duration; its assignments keep their work.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WhatIf duration(String id, WorkTime duration) {
        return activity(id, a -> a.duration(duration));
    }

    /**
     * Gives an activity another constraint.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WhatIf constraint(String id, Constraint constraint) {
        return activity(id, a -> a.constraint(constraint));
    }

    /**
     * Gives an activity a deadline, or takes it away.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WhatIf deadline(String id, @Nullable LocalDateTime deadline) {
        return activity(id, a -> a.deadline(deadline));
    }

    /**
     * Changes whatever the function sets on an activity.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WhatIf activity(String id, UnaryOperator<ActivityBuilder> change) {
        Activity before =
                edited.containsKey(id) ? edited.get(id) : base.project().activity(id);
        edited.put(id, before.with(change));
        return this;
    }

    /**
     * Takes out all relationships from one activity to another.
     *
     * @throws IllegalArgumentException if there is none
     */
    public WhatIf remove(String predecessor, String successor) {
        boolean wasAdded = added.removeIf(r -> ties(r, predecessor, successor));
        List<Relationship> found = base.project().successorsOf(predecessor).stream()
                .filter(r -> ties(r, predecessor, successor) && !removed.contains(r))
                .toList();
        if (found.isEmpty() && !wasAdded) {
            throw new IllegalArgumentException(
                    "there is no relationship from '%s' to '%s'".formatted(predecessor, successor));
        }
        removed.addAll(found);
        return this;
    }

    private static boolean ties(Relationship relationship, String predecessor, String successor) {
        return relationship.predecessor().equals(predecessor)
                && relationship.successor().equals(successor);
    }

    /**
     * Adds a relationship.
     *
     * @throws IllegalArgumentException if one of its activities does not exist
     */
    public WhatIf add(Relationship relationship) {
        base.project().activity(relationship.predecessor());
        base.project().activity(relationship.successor());
        added.add(relationship);
        return this;
    }

    /**
     * Adds a finish-to-start relationship.
     *
     * @throws IllegalArgumentException if one of the activities does not exist
     */
    public WhatIf finishToStart(String predecessor, String successor) {
        return add(Relationship.finishToStart(predecessor, successor));
    }

    /**
     * Returns the schedule after the edit, and what changed.
     *
     * @throws dev.plumbline.model.PlumblineException if the edited project won't do: a loop, a date out of range
     */
    public WhatIfResult schedule() {
        return base.session().apply(this);
    }

    Map<String, Activity> edited() {
        return edited;
    }

    List<Relationship> removed() {
        return removed;
    }

    List<Relationship> added() {
        return added;
    }

    /** The project with the edit. */
    Project editedProject() {
        Project project = base.project();
        ProjectBuilder builder = project.toBuilder();
        edited.values().forEach(builder::replace);
        removed.forEach(r -> builder.removeRelationship(r.predecessor(), r.successor()));
        added.forEach(builder::add);
        return builder.build();
    }
}
