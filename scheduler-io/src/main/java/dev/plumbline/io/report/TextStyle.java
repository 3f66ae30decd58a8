package dev.plumbline.io.report;

/**
 * How a text is drawn.
 *
 * @param width how many columns it may have
 * @param ascii whether only ASCII signs are used for drawing
 * @param coloured whether escape sequences colour it
 */
public record TextStyle(int width, boolean ascii, boolean coloured) {

    private static final char ESCAPE = 27;

    /** Returns the text in bold where colour is on. */
    String bold(String text) {
        return paint("1", text);
    }

    /** Returns the text marked as critical or wrong where colour is on. */
    String alarm(String text) {
        return paint("31", text);
    }

    /** Returns the text marked as doubtful where colour is on. */
    String warning(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
