package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is written.
 *
 * @param plan the plan
 * @param resource the resource
 * @param uid its number
 * @param calendar the number of its calendar
 */
record ResourceRow(PlanOut plan, Resource resource, String uid, String calendar) {

    private static final int LONGEST_LABEL = 32;
    private static final String MATERIAL_RATE = "8";

    String row() {
        return Texts.code(resource.row());
    }

    /** Microsoft Project does not allow list separators and brackets in names. */
    @Nullable
    String name() {
        return Texts.text(allowedName(resource.name()));
    }

    static String allowedName(String name) {
        return name.replace(',', ';').replace('[', '(').replace(']', ')');
    }

    String type() {
        return Texts.bit(resource.type() == ResourceType.WORK);
    }

    String isCost() {
        return Texts.bit(resource.type() == ResourceType.COST);
    }

    @Nullable
    String materialLabel() {
        return Texts.text(allowedLabel(resource.materialLabel()));
    }

    static String allowedLabel(String label) {
        String allowed = label.replace('[', '(').replace(']', ')');
        return allowed.length() > LONGEST_LABEL ? allowed.substring(0, LONGEST_LABEL) : allowed;
    }

    @Nullable
    String work(TaskWork.Part part) {
        Long ticks = plan.work().ofResource(resource.id(), part);
        return ticks == null ? null : DurationText.of(ticks);
    }

    @Nullable
    String percentWorkComplete() {
        Long total = plan.work().ofResource(resource.id(), TaskWork.Part.TOTAL);
        Long actual = plan.work().ofResource(resource.id(), TaskWork.Part.ACTUAL);
        return total == null || actual == null ? null : Texts.percent(actual, total);
    }

    private @Nullable CostRate standardRate() {
        return resource.rates().isEmpty() || resource.rates().get(0).table() != 0
                ? null
                : resource.rates().get(0);
    }

    @Nullable
    String rate(Function<CostRate, BigDecimal> amount) {
        CostRate rate = standardRate();
        return rate == null ? null : Texts.number(amount.apply(rate));
    }

    @Nullable
    String rateFormat(Function<CostRate, WorkUnit> unit) {
        CostRate rate = standardRate();
        if (rate == null) {
            return null;
        }
        return resource.type() == ResourceType.MATERIAL ? MATERIAL_RATE : Texts.code(Codes.rateCode(unit.apply(rate)));
    }

    @Nullable
    String costPerUse() {
        CostRate rate = standardRate();
        return rate == null ? null : Texts.hundredths(rate.costPerUse());
    }
}
