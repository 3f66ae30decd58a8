package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.io.ReadResult;
import dev.plumbline.io.mspdi.ProjectDraft.Read;
import dev.plumbline.io.mspdi.TaskDraft.BaselineDraft;
import dev.plumbline.io.mspdi.TaskDraft.LinkDraft;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds and the model doesn't know, by entity: elements as they were, empty rows, the project's own summary and
 * what is assigned to it, placeholders of resources.
 */
final class MspdiLedger implements ReadResult.Ledger {

    /**
     * An empty row or the row of the project itself.
     *
     * @param activity what the row holds
     * @param empty whether it is an empty row
     * @param outlineLevel its depth, 0 for the project itself
     * @param kept its other elements
     */
    record ExtraTask(Activity activity, boolean empty, int outlineLevel, Kept kept) {}

    /**
     * A placeholder.
     *
     * @param resource what the row holds
     * @param kept its other elements
     */
    record ExtraResource(Resource resource, Kept kept) {}

    /**
     * An assignment on the project itself or on an empty row.
     *
     * @param assignment what the row holds
     * @param kept its other elements
     */
    record ExtraAssignment(Assignment assignment, Kept kept) {}

    /** Nothing kept: a plan that was not read from such a file. */
    static final MspdiLedger EMPTY = new MspdiLedger(new Builder(new ProjectDraft(), Kept.NOTHING, false));

    private final Builder content;

    private MspdiLedger(Builder content) {
        this.content = content;
    }

    /** Returns what was kept of the project. */
    Kept project() {
        return content.project;
    }

    Kept task(String id) {
        return content.tasks.getOrDefault(id, Kept.NOTHING);
    }

    Kept resource(String id) {
        return content.resources.getOrDefault(id, Kept.NOTHING);
    }

    Kept assignment(String id) {
        return content.assignments.getOrDefault(id, Kept.NOTHING);
    }

    /** Returns whether nothing is known of the work of an assignment: the file gave none, or there was no file. */
    boolean workFollows(String id) {
        return !content.withWork.contains(id);
    }

    Kept calendar(String id) {
        return content.calendars.getOrDefault(id, Kept.NOTHING);
    }

    /** Returns what was kept of a part, such as a relationship or a baseline. */
    Kept part(String key) {
        return content.parts.getOrDefault(key, Kept.NOTHING);
    }

    /** Returns the custom fields that estimates were read from. */
    EstimateFields estimateFields() {
        return content.estimateFields;
    }

    /** Returns the custom fields that the project defines or a task has a value of. */
    Set<Integer> usedFields() {
        Set<Integer> used = new HashSet<>(CustomFields.aliases(content.project).keySet());
        for (Kept task : content.tasks.values()) {
            task.texts().forEach(piece -> used.add(CustomFields.fieldId(piece)));
        }
        return used;
    }

    List<ExtraTask> extraTasks() {
        return content.extraTasks;
    }

    List<ExtraResource> extraResources() {
        return content.extraResources;
    }

    List<ExtraAssignment> extraAssignments() {
        return content.extraAssignments;
    }

    /** Returns the name of the file as it stands in the file, if the plan still has the name it was read with. */
    @Nullable
    String fileName(String planName) {
        return isNamed(planName) ? content.fileName : null;
    }

    /** Returns the title, under the same condition. */
    @Nullable
    String title(String planName) {
        return isNamed(planName) ? content.title : null;
    }

    private boolean isNamed(String planName) {
        return content.wasRead && planName.equals(content.planName());
    }

    static String linkKey(Relationship relationship) {
        return "link/" + relationship.predecessor() + "->" + relationship.successor() + "/" + relationship.type();
    }

    static String baselineKey(String activity, int number) {
        return "baseline/" + activity + "/" + number;
    }

    /** Collects what is kept. */
    static final class Builder {
        private final boolean wasRead;
        private final Kept project;
        private final String fileName;
        private final String title;
        private final Map<String, Kept> tasks = new HashMap<>();
        private final Map<String, Kept> resources = new HashMap<>();
        private final Map<String, Kept> assignments = new HashMap<>();
        private final Set<String> withWork = new HashSet<>();
        private final Map<String, Kept> calendars = new HashMap<>();
        private final Map<String, Kept> parts = new HashMap<>();
        private final Map<String, @Nullable String> impliedCalendars = new HashMap<>();
        private EstimateFields estimateFields = EstimateFields.NONE;
        private final List<ExtraTask> extraTasks = new ArrayList<>();
        private final List<ExtraResource> extraResources = new ArrayList<>();
        private final List<ExtraAssignment> extraAssignments = new ArrayList<>();

        Builder(ProjectDraft draft, Kept kept) {
            this(draft, kept, true);
        }

        private Builder(ProjectDraft draft, Kept kept, boolean wasRead) {
            this.wasRead = wasRead;
            this.project = kept;
            this.fileName = draft.name;
            this.title = draft.title;
        }

        /** Returns the name of the plan: its title, else the name of its file. */
        String planName() {
            return title.isBlank() ? fileName : title;
        }

        /** Returns the custom fields that hold estimates: those named, else those known by their aliases. */
        EstimateFields chooseEstimateFields(@Nullable List<String> named, ProblemLog log) {
            estimateFields = EstimateFields.of(named, CustomFields.aliases(project), log);
            return estimateFields;
        }

        MspdiLedger build() {
            return new MspdiLedger(this);
        }

        /** Returns whether the plan has this calendar; one that only stands for its base is left out. */
        boolean addCalendar(CalendarDraft draft, WorkCalendar calendar) {
            if (Marks.isOfResource(draft.kept) && isEmpty(calendar)) {
                impliedCalendars.put(
                        calendar.id(),
                        Marks.isOfBase(draft.kept)
                                ? calendar.base().map(WorkCalendar::id).orElse(null)
                                : null);
                return false;
            }
            put(calendars, calendar.id(), draft.kept);
            CalendarParts.keep(draft, calendar, parts);
            return true;
        }

        private static boolean isEmpty(WorkCalendar calendar) {
            return calendar.week().isEmpty()
                    && calendar.exceptions().isEmpty()
                    && calendar.workWeeks().isEmpty();
        }

        /** Returns the calendar that a resource has in the plan: the base of one that was made for the file. */
        @Nullable
        String shownCalendar(@Nullable String calendar) {
            return calendar != null && impliedCalendars.containsKey(calendar)
                    ? impliedCalendars.get(calendar)
                    : calendar;
        }

        /** Returns whether an assignment was only made so that the file keeps progress. */
        boolean isImplied(Read<AssignmentDraft> read) {
            return read.draft().resource < 0 && read.draft().timephased.isEmpty() && Marks.isOfProgress(read.kept());
        }

        void addTask(String id, Read<TaskDraft> read) {
            put(tasks, id, read.kept());
            addBaselines(id, read);
        }

        private void addBaselines(String id, Read<TaskDraft> read) {
            for (BaselineDraft baseline : read.draft().baselines) {
                put(parts, baselineKey(id, baseline.number), baseline.kept);
            }
        }

        void addLink(Relationship relationship, LinkDraft draft) {
            if (!draft.kept.isEmpty()) {
                parts.put(linkKey(relationship), draft.kept);
            }
        }

        void addResource(String id, Read<ResourceDraft> read) {
            put(resources, id, read.kept());
        }

        void addAssignment(String id, Read<AssignmentDraft> read) {
            put(assignments, id, read.kept());
            noteWork(id, read);
        }

        void addExtra(Activity activity, Read<TaskDraft> read) {
            extraTasks.add(new ExtraTask(activity, read.draft().isNull, read.draft().outlineLevel, read.kept()));
            addBaselines(activity.id(), read);
        }

        void addExtra(Resource resource, Read<ResourceDraft> read) {
            extraResources.add(new ExtraResource(resource, read.kept()));
        }

        void addExtra(Assignment assignment, Read<AssignmentDraft> read) {
            extraAssignments.add(new ExtraAssignment(assignment, read.kept()));
            noteWork(assignment.id(), read);
        }

        private void noteWork(String id, Read<AssignmentDraft> read) {
            if (read.draft().workGiven) {
                withWork.add(id);
            }
        }

        private static void put(Map<String, Kept> map, String key, Kept kept) {
            if (!kept.isEmpty()) {
                map.put(key, kept);
            }
        }
    }
}
