package dev.plumbline.io.mspdi;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** What a file can't hold of a plan. */
final class Losses {

    private Losses() {}

    static List<Problem> of(PlanOut plan, XmlOut xml) {
        int characters = xml.leftOut();
        LossCounter counter = new LossCounter(plan.project(), xml.losses());
        counter.count();
        List<Problem> losses = new ArrayList<>();
        if (plan.renumbered() > 0) {
            losses.add(Problem.info(
                    "MSPDI_IDS",
                    "%s ids are not numbers and were numbered".formatted(plan.renumbered()),
                    "Microsoft Project XML has numbers only"));
        }
        if (plan.calendars().flattened() > 0) {
            losses.add(Problem.warning(
                    "MSPDI_CALENDAR",
                    "%s calendars are derived from derived calendars and were flattened"
                            .formatted(plan.calendars().flattened()),
                    "Microsoft Project derives calendars of resources from base calendars only"));
        }
        if (characters > 0) {
            losses.add(Problem.warning(
                    "MSPDI_CHARACTERS",
                    "%s characters that XML can't hold were left out".formatted(characters),
                    "remove control characters from names and notes"));
        }
        if (!plan.holdsEstimates()) {
            plan.project().activities().forEach(a -> activity(a, losses));
        }
        plan.project().relationships().forEach(r -> relationship(r, losses));
        plan.project().resources().forEach(r -> resource(r, losses));
        losses.addAll(xml.losses().findings("change it in the plan, or write CSV to keep it"));
        if (counter.hasFarDates()
                || (plan.schedule() != null && DateText.isFar(plan.schedule().finish()))) {
            losses.add(Problem.warning(
                    "MSPDI_DATES",
                    "dates lie outside the years 1984 to 2149, which is all that Microsoft Project knows",
                    "move the plan, or write it as CSV"));
        }
        return losses;
    }

    private static void activity(Activity activity, List<Problem> losses) {
        if (activity.estimate() != null) {
            losses.add(at(
                    "activity/" + activity.id(),
                    "MSPDI_ESTIMATE",
                    "the three-point estimate of activity %s has no place in the file: its duration fields are in use"
                            .formatted(Problem.shown(activity.id())),
                    "write the plan as CSV, which has columns for estimates"));
        }
    }

    private static void relationship(Relationship relationship, List<Problem> losses) {
        if (relationship.lag() instanceof Lag.Percent percent
                && percent.percent().scale() > 0) {
            losses.add(at(
                    "relationship/" + relationship.predecessor() + "->" + relationship.successor(),
                    "MSPDI_LAG",
                    "the lag of %s was rounded to whole percent".formatted(Problem.shown(relationship)),
                    "give the lag in whole percent, or as time"));
        }
    }

    private static void resource(Resource resource, List<Problem> losses) {
        if (!ResourceRow.allowedName(resource.name()).equals(resource.name())
                || !ResourceRow.allowedLabel(resource.materialLabel()).equals(resource.materialLabel())) {
            losses.add(at(
                    "resource/" + resource.id(),
                    "MSPDI_NAME",
                    "the name or label of resource %s was changed: Microsoft Project allows no , [ and ]"
                            .formatted(Problem.quote(resource.name())),
                    "rename it in the plan"));
        }
    }

    private static Problem at(String path, String code, String message, String hint) {
        return Problem.warning(code, message, hint).at(Location.NONE.withPath(path));
    }
}
