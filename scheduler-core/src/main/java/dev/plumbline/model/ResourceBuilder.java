package dev.plumbline.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a resource; each setter returns the builder. */
public final class ResourceBuilder {

    private final String id;
    private int row = 0;
    private String name;
    private ResourceType type = ResourceType.WORK;
    private String initials = "";
    private String group = "";
    private String materialLabel = "";
    private @Nullable String calendar;
    private double maxUnits = 1.0;
    private List<Availability> availability = List.of();
    private boolean canLevel = true;
    private Accrual accrual = Accrual.PRORATED;
    private List<CostRate> rates = List.of();
    private boolean generic = false;
    private boolean active = true;
    private boolean budget = false;
    private boolean proposed = false;
    private String notes = "";

    ResourceBuilder(String id, String name) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
    }

    ResourceBuilder(Resource resource) {
        this.id = resource.id();
        this.row = resource.row();
        this.name = resource.name();
        this.type = resource.type();
        this.initials = resource.initials();
        this.group = resource.group();
        this.materialLabel = resource.materialLabel();
        this.calendar = resource.calendar();
        this.maxUnits = resource.maxUnits();
        this.availability = resource.availability();
        this.canLevel = resource.canLevel();
        this.accrual = resource.accrual();
        this.rates = resource.rates();
        this.generic = resource.generic();
        this.active = resource.active();
        this.budget = resource.budget();
        this.proposed = resource.proposed();
        this.notes = resource.notes();
    }

    /** Sets the row number a planner sees. */
    public ResourceBuilder row(int value) {
        row = value;
        return this;
    }

    /** Sets the name. */
    public ResourceBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets what it is. */
    public ResourceBuilder type(ResourceType value) {
        type = value;
        return this;
    }

    /** Sets a short name, possibly empty. */
    public ResourceBuilder initials(String value) {
        initials = value;
        return this;
    }

    /** Sets a team or trade, possibly empty. */
    public ResourceBuilder group(String value) {
        group = value;
        return this;
    }

    /** Sets the unit of a material, possibly empty. */
    public ResourceBuilder materialLabel(String value) {
        materialLabel = value;
        return this;
    }

    /** Sets the id of its own calendar. */
    public ResourceBuilder calendar(@Nullable String value) {
        calendar = value;
        return this;
    }

    /** Sets how many there are, 1.0 for one person full time. */
    public ResourceBuilder maxUnits(double value) {
        maxUnits = value;
        return this;
    }

    /** Sets how many there are and when, in order of time. */
    public ResourceBuilder availability(List<Availability> value) {
        availability = value;
        return this;
    }

    /** Sets whether levelling may delay its activities. */
    public ResourceBuilder canLevel(boolean value) {
        canLevel = value;
        return this;
    }

    /** Sets when its cost is incurred. */
    public ResourceBuilder accrual(Accrual value) {
        accrual = value;
        return this;
    }

    /** Sets what it costs, in order of table and time. */
    public ResourceBuilder rates(List<CostRate> value) {
        rates = value;
        return this;
    }

    /** Sets whether it stands for a role, not a person. */
    public ResourceBuilder generic(boolean value) {
        generic = value;
        return this;
    }

    /** Sets whether it can be used. */
    public ResourceBuilder active(boolean value) {
        active = value;
        return this;
    }

    /** Sets whether it only carries a budget. */
    public ResourceBuilder budget(boolean value) {
        budget = value;
        return this;
    }

    /** Sets whether it is only proposed, not yet committed. */
    public ResourceBuilder proposed(boolean value) {
        proposed = value;
        return this;
    }

    /** Sets free text. */
    public ResourceBuilder notes(String value) {
        notes = value;
        return this;
    }

    /** Returns the resource, checked. */
    public Resource build() {
        return new Resource(
                id,
                row,
                name,
                type,
                initials,
                group,
                materialLabel,
                calendar,
                maxUnits,
                availability,
                canLevel,
                accrual,
                rates,
                generic,
                active,
                budget,
                proposed,
                notes);
    }
}
