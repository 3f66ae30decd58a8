package dev.plumbline.cli;

/** How a run ends; scripts rely on the codes. */
enum Exit {
    /** All went well. */
    OK(0),
    /** There are findings at or above the severity of {@code --fail-on}. */
    FINDINGS(1),
    /** The command is used wrongly, or its output can't be written. */
    USAGE(2),
    /** An input can't be read. */
    INPUT(3),
    /** A plan can't be scheduled. */
    UNSOLVABLE(4),
    /** The user stopped it. */
    CANCELLED(5),
    /** A mistake in this program. */
    INTERNAL(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
