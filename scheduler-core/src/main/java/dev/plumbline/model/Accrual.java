package dev.plumbline.model;

/** When a cost is incurred. */
public enum Accrual {
    /** All of it when work begins. */
    START,
    /** All of it when nothing remains. */
    END,
    /** With progress. */
    PRORATED
}
