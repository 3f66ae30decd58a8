package dev.plumbline.io.csv;

import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How written tables name activities, drivers, resources and calendars, so that {@link ActivityNames} and the tables find them
 * again. An id that is a number stands for itself where the row has the same number, and is {@code uid:17} else: that holds
 * beside a CSV plan and beside a Microsoft Project file. Other ids stand for themselves in CSV; Microsoft Project gives such
 * activities numbers of its own, so that only their row names them.
 */
final class RiskNames {

    private static final String UID = "uid:";

    private final boolean byRow;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<Integer, String> firstOfRow = new HashMap<>();
    private final Set<String> drivers = new HashSet<>();
    private final LossCounts losses;

    RiskNames(Project project, boolean byRow, List<String> drivers, LossCounts losses) {
        this.byRow = byRow;
        this.losses = losses;
        this.drivers.addAll(drivers);
        for (Activity activity : project.activities()) {
            activities.put(activity.id(), activity);
            firstOfRow.putIfAbsent(activity.row(), activity.id());
        }
    }

    /** Returns what names an activity; null if nothing does. */
    @Nullable
    String activity(String id) {
        Activity activity = java.util.Objects.requireNonNull(activities.get(id), id);
        String row = Integer.toString(activity.row());
        boolean owner = id.equals(firstOfRow.get(activity.row()));
        if (isNumber(id)) {
            return row.equals(id) && owner ? id : UID + id;
        }
        String name = byRow ? owner ? row : null : id.startsWith(UID) ? UID + id : id;
        return name != null && isWritable(name) ? name : lost("names of activities that no table can hold");
    }

    /** Returns the names of activities as one cell; null if one has none. */
    @Nullable
    String list(List<String> ids) {
        StringBuilder cell = new StringBuilder();
        for (String id : ids) {
            String name = activity(id);
            if (name == null) {
                return null;
            }
            cell.append(cell.isEmpty() ? "" : ";").append(item(name));
        }
        return cell.toString();
    }

    /** Returns what names an activity or a driver in a list; null if nothing does. */
    @Nullable
    String input(String idOrDriver) {
        if (drivers.contains(idOrDriver)) {
            return isWritable(idOrDriver) ? item(idOrDriver) : lost("names of drivers that no table can hold");
        }
        String name = activity(idOrDriver);
        if (name != null && drivers.contains(name)) { // a driver's name comes first
            String uid = UID + idOrDriver;
            name = isNumber(idOrDriver) && !drivers.contains(uid)
                    ? uid
                    : lost("correlations of activities that a driver's name hides");
        }
        return name == null ? null : item(name);
    }

    /** Returns the name of one of several things that are found by id or name, the first one first. */
    @Nullable
    <T> String reference(String id, List<T> things, Function<T, String> ids, Function<T, String> names) {
        for (T thing : things) {
            if (ids.apply(thing).equals(id)) {
                String name = names.apply(thing);
                for (String text : List.of(name, id)) {
                    boolean found = things.stream()
                            .filter(t ->
                                    ids.apply(t).equals(text) || names.apply(t).equals(text))
                            .findFirst()
                            .filter(t -> ids.apply(t).equals(id))
                            .isPresent();
                    if (found && isWritable(text)) {
                        return text;
                    }
                }
            }
        }
        return lost("names of resources and calendars that no table can hold");
    }

    /** Returns a text; null if the table can't hold it as it is. */
    @Nullable
    String text(String text) {
        return isWritable(text) ? text : lost("names that no table can hold");
    }

    private @Nullable String lost(String kind) {
        losses.count(true, kind);
        return null;
    }

    private static String item(String name) {
        boolean plain = name.chars().noneMatch(c -> ";,\"".indexOf(c) >= 0);
        return plain ? name : CellList.quote(name);
    }

    /** Cells lose blanks around them, and a lone apostrophe can't be told from one that guards. */
    private static boolean isWritable(String text) {
        return !text.isEmpty() && text.equals(text.strip()) && text.equals(LossCounter.writable(text));
    }

    private static boolean isNumber(String id) {
        return id.matches("[1-9][0-9]{0,8}");
    }
}
