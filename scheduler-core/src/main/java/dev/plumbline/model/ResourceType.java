package dev.plumbline.model;

/** What a resource is. */
public enum ResourceType {
    /** People and machines, measured in time. */
    WORK,
    /** Consumed by quantity. */
    MATERIAL,
    /** An amount of money. */
    COST
}
