package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.mspdi.ResourceDraft.AvailabilityDraft;
import dev.plumbline.io.mspdi.ResourceDraft.RateDraft;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was read into resources and assignments. */
final class ResourceAssembler {

    private final ProblemLog log;
    private final SharedValues shared;

    ResourceAssembler(ProblemLog log, SharedValues shared) {
        this.log = log;
        this.shared = shared;
    }

    Resource resource(ResourceDraft draft, @Nullable String calendar) {
        return Resource.builder(shared.id(draft.uid), draft.name)
                .row(Math.max(0, draft.id))
                .type(type(draft))
                .initials(draft.initials)
                .group(draft.group)
                .materialLabel(draft.materialLabel)
                .calendar(calendar)
                .maxUnits(draft.maxUnits)
                .availability(availability(draft))
                .canLevel(draft.canLevel)
                .accrual(Codes.accrual(draft.accrual))
                .rates(rates(draft))
                .generic(draft.generic)
                .active(!draft.inactive)
                .budget(draft.budget)
                .proposed(draft.booking == 1)
                .notes(draft.notes)
                .build();
    }

    private static ResourceType type(ResourceDraft draft) {
        if (draft.cost || draft.type == 2) {
            return ResourceType.COST;
        }
        return draft.type == 0 ? ResourceType.MATERIAL : ResourceType.WORK;
    }

    private List<Availability> availability(ResourceDraft draft) {
        List<Availability> result = new ArrayList<>(draft.availability.size());
        for (AvailabilityDraft period : draft.availability) {
            LocalDateTime from = period.from == null ? Availability.EVER : period.from;
            LocalDateTime to = period.to == null ? Availability.FOR_EVER : period.to;
            if (to.isBefore(from)) {
                log.add(Problem.error(
                                "VALUE_DATE",
                                "an AvailabilityPeriod ends (%s) before it begins (%s)".formatted(to, from),
                                "swap the dates")
                        .at(Spot.location(period.spot)));
            } else {
                result.add(new Availability(from, to, period.units));
            }
        }
        result.sort(Comparator.comparing(Availability::from));
        return result;
    }

    /** The rates of the table; without one, those that stand at the resource itself, for all time. */
    private static List<CostRate> rates(ResourceDraft draft) {
        List<CostRate> result = new ArrayList<>(draft.rates.size());
        if (draft.rates.isEmpty() && !draft.current.isFree()) {
            result.add(rate(draft.current));
        }
        for (RateDraft rate : draft.rates) {
            result.add(rate(rate));
        }
        result.sort(Comparator.comparingInt(CostRate::table).thenComparing(CostRate::from));
        return result;
    }

    private static CostRate rate(RateDraft draft) {
        return new CostRate(
                draft.table,
                draft.from == null ? Availability.EVER : draft.from,
                draft.to == null ? Availability.FOR_EVER : draft.to,
                draft.standard,
                Codes.rateUnit(draft.standardFormat),
                draft.overtime,
                Codes.rateUnit(draft.overtimeFormat),
                draft.perUse);
    }

    Assignment assignment(AssignmentDraft draft, @Nullable String resource) {
        boolean begun = draft.actualStart != null || draft.actualWork > 0;
        boolean odd = !begun && draft.remainingWork != draft.work;
        List<TimephasedWork> timephased = new ArrayList<>(draft.timephased);
        timephased.sort(TimephasedTable.ORDER);
        LocalDateTime finish = draft.actualFinish;
        if (finish != null && draft.actualStart != null && finish.isBefore(draft.actualStart)) {
            log.add(Problem.warning(
                            "MODEL_ACTUALS",
                            "the ActualFinish %s of assignment %s is before its ActualStart %s"
                                    .formatted(finish, draft.uid, draft.actualStart),
                            "the ActualFinish is left out")
                    .at(Spot.location(draft.spot)));
            finish = null;
        }
        return Assignment.builder(shared.id(draft.uid), shared.id(draft.task), resource)
                .units(draft.units)
                .work(hours(draft.work))
                .overtimeWork(hours(draft.overtimeWork))
                .delay(shared.time(draft.delay, WorkUnit.DAYS))
                .levellingDelay(shared.time(draft.levellingDelay, Codes.elapsed(Codes.unit(draft.levellingFormat))))
                .contour(Codes.contour(draft.contour))
                .actualWork(hours(draft.actualWork))
                .remainingWork(
                        (begun || odd) && draft.remainingWork != Value.NO_TICKS ? hours(draft.remainingWork) : null)
                .actualStart(draft.actualStart)
                .actualFinish(finish)
                .stop(begun ? draft.stop : null)
                .resume(begun ? draft.resume : null)
                .costRateTable(draft.costRateTable)
                .cost(draft.cost)
                .proposed(draft.booking == 1)
                .timephased(timephased)
                .notes(draft.notes)
                .build();
    }

    private WorkTime hours(long ticks) {
        return shared.time(ticks, WorkUnit.HOURS);
    }
}
