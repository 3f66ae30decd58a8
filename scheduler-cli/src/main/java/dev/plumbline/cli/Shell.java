package dev.plumbline.cli;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.Reports;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a JShell session of {@code plumbline jshell} can call without a class name:
 *
 * <pre>{@code
 * jshell> var project = load("site.xml")
 * jshell> table(project.relationships())
 * }</pre>
 */
public final class Shell {

    private static final int MOST_COLUMNS = 8;

    private Shell() {}

    /**
     * A text that JShell shows as it is, from a new line on and without quotes.
     *
     * @param text the text
     */
    public record Shown(String text) {

        /** Returns the text behind a line break. */
        @Override
        public String toString() {
            return "\n" + text;
        }
    }

    /** Returns the plan in a file. */
    public static Project load(String path) throws IOException {
        return ProjectFiles.read(Path.of(path)).project();
    }

    /** Returns all rows of a schedule as a table. */
    public static Shown table(Schedule plan) {
        return new Shown(plan.table(Integer.MAX_VALUE));
    }

    /** Returns a Gantt chart of a schedule. */
    public static Shown gantt(Schedule plan) {
        return new Shown(Reports.gantt(plan));
    }

    /** Returns values as a table: records by their first components, others by their text. */
    public static Shown table(Collection<?> values) {
        Class<?> type =
                values.isEmpty() ? Object.class : values.iterator().next().getClass();
        List<RecordComponent> columns = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).limit(MOST_COLUMNS).toList()
                : List.of();
        List<String> header = columns.isEmpty()
                ? List.of("value")
                : columns.stream().map(RecordComponent::getName).toList();
        TextTable table = new TextTable(header);
        for (Object value : values) {
            boolean asRecord = !columns.isEmpty() && type.isInstance(value);
            table.row(
                    asRecord
                            ? columns.stream()
                                    .map(c -> cell(component(c, value)))
                                    .toList()
                            : firstOf(header.size(), cell(value)));
        }
        return new Shown(table.render(Integer.MAX_VALUE));
    }

    private static List<String> firstOf(int columns, String text) {
        String[] cells = new String[columns];
        Arrays.fill(cells, "");
        cells[0] = text;
        return List.of(cells);
    }

    private static @Nullable Object component(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("can't show %s of %s".formatted(component.getName(), value), e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Activity activity ? activity.id() + " " + activity.name() : value.toString();
    }
}
