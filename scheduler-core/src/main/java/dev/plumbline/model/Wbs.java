package dev.plumbline.model;

import dev.plumbline.internal.util.Outline;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The work breakdown structure of a project: which rows are summaries, and what lies below them. Immutable; derived from the
 * outline levels of the rows in their order.
 */
public final class Wbs {

    private final Project project;
    private final int[] parent;

    /** The rows below each, one further on; those at the top come first. */
    private final Adjacency below;

    Wbs(Project project, List<Activity> activities) {
        this.project = project;
        int n = activities.size();
        parent = Outline.parents(n, a -> activities.get(a).outlineLevel());
        below = Adjacency.of(
                n + 1, n, Arrays.stream(parent).map(above -> above + 1).toArray());
    }

    /** Returns whether deeper rows follow the activity. */
    public boolean isSummary(String id) {
        return isSummary(project.indexOf(id));
    }

    /** Returns the summary above an activity; empty at the top. */
    public Optional<Activity> parent(String id) {
        int p = parent[project.indexOf(id)];
        return p < 0 ? Optional.empty() : Optional.of(project.activities().get(p));
    }

    /** Returns the activities directly below a summary, in order; none for a leaf. */
    public List<Activity> children(String id) {
        int a = project.indexOf(id);
        return view(below.first[a + 1], below.first[a + 2]);
    }

    /** Returns the activities at the top of the outline, in order. */
    public List<Activity> roots() {
        return view(0, below.first[1]);
    }

    boolean isSummary(int index) {
        return below.first[index + 1] < below.first[index + 2];
    }

    int parent(int index) {
        return parent[index];
    }

    private List<Activity> view(int from, int to) {
        return new AbstractList<>() {
            @Override
            public Activity get(int index) {
                return project.activities().get(below.item[from + java.util.Objects.checkIndex(index, to - from)]);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }
}
