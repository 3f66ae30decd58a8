package dev.plumbline.cli;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How an activity is named on the command line: by its row, {@code 17}, or by its identity in the file, {@code uid:17}. */
final class ActivityName {

    private static final String UID = "uid:";
    private static final int LONGEST_ROW = 9;

    private final String text;

    private ActivityName(String text) {
        this.text = text;
    }

    /** Returns the name, unless it is neither a row nor an identity. */
    static ActivityName parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean isRow = digits && text.length() <= LONGEST_ROW;
        boolean isUid = text.startsWith(UID) && text.length() > UID.length();
        if (!isRow && !isUid) {
            throw Failure.usage(
                    "%s does not name an activity".formatted(Problem.quote(text)),
                    "give the number of its row, such as 17, or its identity in the file, such as uid:17");
        }
        return new ActivityName(text);
    }

    /** Returns the activity of this name. */
    Activity in(Project project, String file) {
        return text.startsWith(UID) ? byUid(project, file) : byRow(project, file);
    }

    private Activity byUid(Project project, String file) {
        String uid = text.substring(UID.length());
        return project.findActivity(uid)
                .orElseThrow(() -> unknown(
                        file,
                        "with the uid %s".formatted(Problem.quote(uid)),
                        "see the uids with 'schedule IN --all'"));
    }

    private Activity byRow(Project project, String file) {
        int row = Integer.parseInt(text);
        Optional<Activity> found =
                project.activities().stream().filter(a -> a.row() == row).findFirst();
        return found.orElseThrow(() -> unknown(file, "in row " + row, rows(project.activities())));
    }

    private static String rows(List<Activity> activities) {
        OptionalInt least = activities.stream().mapToInt(Activity::row).min();
        OptionalInt most = activities.stream().mapToInt(Activity::row).max();
        return least.isEmpty()
                ? "the plan is empty"
                : "its rows are %s to %s".formatted(least.getAsInt(), most.orElse(least.getAsInt()));
    }

    private static Failure unknown(String file, String what, String hint) {
        return Failure.usage("%s has no activity %s".formatted(file, what), hint);
    }
}
