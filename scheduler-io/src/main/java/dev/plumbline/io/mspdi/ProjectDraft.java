package dev.plumbline.io.mspdi;

import dev.plumbline.model.ProjectSettings;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document while it is read. */
final class ProjectDraft {

    String name = "";
    String title = "";
    boolean fromStart = true;

    @Nullable
    LocalDateTime start;

    long startSpot;

    @Nullable
    LocalDateTime finish;

    @Nullable
    LocalDateTime statusDate;

    int calendar = -1;
    long calendarSpot;
    int criticalSlackDays = ProjectSettings.DEFAULT.criticalSlackDays();
    int currencyDigits = ProjectSettings.DEFAULT.currencyDigits();
    String currencySymbol = ProjectSettings.DEFAULT.currencySymbol();
    String currencyCode = ProjectSettings.DEFAULT.currencyCode();
    LocalTime defaultStart = ProjectSettings.DEFAULT.defaultStart();
    LocalTime defaultFinish = ProjectSettings.DEFAULT.defaultFinish();
    int minutesPerDay = ProjectSettings.DEFAULT.conversion().minutesPerDay();
    int minutesPerWeek = ProjectSettings.DEFAULT.conversion().minutesPerWeek();
    int daysPerMonth = ProjectSettings.DEFAULT.conversion().daysPerMonth();
    boolean insertedLikeSummary = true;
    boolean multipleCriticalPaths;
    boolean splitsInProgress = true;
    boolean moveCompletedEndsBack;
    boolean moveRemainingStartsBack;
    boolean moveRemainingStartsForward;
    boolean moveCompletedEndsForward;
    final Map<Integer, CalendarDraft> calendars = new LinkedHashMap<>();
    final List<Read<TaskDraft>> tasks = new ArrayList<>();
    final List<Read<ResourceDraft>> resources = new ArrayList<>();
    final List<Read<AssignmentDraft>> assignments = new ArrayList<>();
    int links;
    int calendarsRead;

    /**
     * An entity and what is kept of it.
     *
     * @param <D> the kind of entity
     * @param draft the entity
     * @param kept its other elements
     */
    record Read<D>(D draft, Kept kept) {}
}
