package dev.plumbline.graph;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.GraphType;

/**
 * A graph whose vertices are the activities of a project, read from the project itself.
 *
 * @param <E> the edges
 */
abstract class ProjectView<E> extends ReadOnlyGraph<E> {

    private final Project project;
    private final Set<String> vertices;

    ProjectView(Project project, GraphType type) {
        super(type);
        this.project = Objects.requireNonNull(project, "project");
        this.vertices = new LookupSet<>(
                new ListView<>(project.activities(), Activity::id),
                id -> id instanceof String text && project.findActivity(text).isPresent());
    }

    final Project project() {
        return project;
    }

    @Override
    public boolean containsVertex(String vertex) {
        return vertices.contains(vertex);
    }

    @Override
    public Set<String> vertexSet() {
        return vertices;
    }
}
