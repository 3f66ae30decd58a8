package dev.plumbline.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A person, machine, material or cost that activities use. Immutable; vary it with {@link #with}.
 *
 * @param id the identity that assignments use
 * @param row the row number a planner sees
 * @param name the name
 * @param type what it is
 * @param initials a short name, possibly empty
 * @param group a team or trade, possibly empty
 * @param materialLabel the unit of a material, possibly empty
 * @param calendar the id of its own calendar; absent for the project's
 * @param maxUnits how many there are, 1.0 for one person full time; where a table of availability is given, the table counts
 * @param availability how many there are and when, in order of time; outside every row there are none
 * @param canLevel whether levelling may delay its activities
 * @param accrual when its cost is incurred
 * @param rates what it costs, in order of table and time
 * @param generic whether it stands for a role, not a person
 * @param active whether it can be used
 * @param budget whether it only carries a budget
 * @param proposed whether it is only proposed, not yet committed
 * @param notes free text
 */
public record Resource(
        String id,
        int row,
        String name,
        ResourceType type,
        String initials,
        String group,
        String materialLabel,
        @Nullable String calendar,
        double maxUnits,
        List<Availability> availability,
        boolean canLevel,
        Accrual accrual,
        List<CostRate> rates,
        boolean generic,
        boolean active,
        boolean budget,
        boolean proposed,
        String notes) {

    /** Checks the capacity. */
    public Resource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (!(maxUnits >= 0 && maxUnits < 1e9)) {
            throw new IllegalArgumentException("resource '%s' has %s units; use 0 or more".formatted(id, maxUnits));
        }
        availability = List.copyOf(availability);
        rates = List.copyOf(rates);
    }

    /** Returns a work resource of so many units, 1.0 for one person full time. */
    public static Resource work(String id, String name, double maxUnits) {
        return builder(id, name).maxUnits(maxUnits).build();
    }

    /** Returns a builder with defaults: a work resource, one unit, levelled, cost prorated. */
    public static ResourceBuilder builder(String id, String name) {
        return new ResourceBuilder(id, name);
    }

    /** Returns a copy with what the function sets. */
    public Resource with(UnaryOperator<ResourceBuilder> change) {
        return change.apply(new ResourceBuilder(this)).build();
    }
}
