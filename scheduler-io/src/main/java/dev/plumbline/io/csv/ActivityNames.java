package dev.plumbline.io.csv;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the rows of companions name activities: as the plan's own cells do, or by {@code uid:17}. */
final class ActivityNames {

    private static final String UID = "uid:";

    private final Project project;
    private final boolean byRow;
    private final Map<String, String> idByName = new HashMap<>();

    ActivityNames(Project project, boolean byRow) {
        this.project = project;
        this.byRow = byRow;
        for (Activity activity : project.activities()) {
            idByName.putIfAbsent(byRow ? Integer.toString(activity.row()) : activity.id(), activity.id());
        }
    }

    /** Returns the id of the activity that a text names. */
    String id(String text) throws CellProblem {
        boolean uid = text.startsWith(UID);
        String id = uid ? text.substring(UID.length()) : idByName.get(text);
        if (id == null || project.findActivity(id).isEmpty()) {
            throw new CellProblem(
                    "RISK_ACTIVITY",
                    "there is no activity " + Problem.quote(text),
                    byRow
                            ? "name it by its row, such as 17, or by its identity in the file, such as uid:17"
                            : "name it as in the column ID of the plan");
        }
        return id;
    }

    /** Returns the ids of the activities that a cell lists, separated by semicolons, each once. */
    List<String> list(Cell cell) throws CellProblem {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : names(cell)) {
            ids.add(id(name));
        }
        return List.copyOf(ids);
    }

    /** Returns the items of a cell, separated by semicolons, where the file allows it also by commas. */
    static List<String> names(Cell cell) throws CellProblem {
        List<String> names = new ArrayList<>();
        for (CellList.Item item :
                CellList.split(cell.text().strip(), cell.context().numbers().commaSeparates(), "RISK_LIST")) {
            String name = item.quoted() ? item.name() : item.rest();
            if (name.isEmpty()) {
                throw new CellProblem(
                        "RISK_LIST",
                        Problem.quote(cell.raw()) + " has nothing between separators",
                        "list names with semicolons, such as 12;15");
            }
            names.add(name);
        }
        return names;
    }
}
