package dev.plumbline.io;

/**
 * How large an input may be before reading stops with an error, so that no file can exhaust the reader.
 *
 * @param documentBytes bytes of the whole input
 * @param tokenBytes bytes of one attribute, comment or processing instruction
 * @param textChars characters of one element's text or one CSV field
 * @param depth nesting of elements
 * @param attributes attributes and namespace declarations of one element
 * @param nameChars characters of an element's or attribute's name
 * @param numberChars characters of a number
 * @param activities rows of a plan
 * @param relationships relationships
 * @param resources resources
 * @param assignments assignments
 * @param calendars calendars
 * @param calendarDepth calendars derived from each other
 * @param exceptionsPerCalendar exceptions of one calendar
 * @param outlineLevel depth of the outline
 * @param csvColumns columns of a CSV file
 * @param firstYear the earliest year of a date
 * @param lastYear the latest year of a date
 * @param findings how many findings and problems are kept; the others are only counted
 */
public record ReadLimits(
        long documentBytes,
        int tokenBytes,
        int textChars,
        int depth,
        int attributes,
        int nameChars,
        int numberChars,
        int activities,
        int relationships,
        int resources,
        int assignments,
        int calendars,
        int calendarDepth,
        int exceptionsPerCalendar,
        int outlineLevel,
        int csvColumns,
        int firstYear,
        int lastYear,
        int findings) {

    private static final ReadLimits UNTRUSTED = new ReadLimits(
            64L << 20, 1 << 20, 1_000_000, 64, 200, 1000, 64, 100_000, 1_000_000, 20_000, 500_000, 5_000, 32, 20_000,
            1000, 1024, 1900, 2200, 1000);
    private static final ReadLimits TRUSTED = new ReadLimits(
            2L << 30,
            16 << 20,
            16_000_000,
            256,
            1000,
            1000,
            64,
            5_000_000,
            50_000_000,
            200_000,
            5_000_000,
            50_000,
            256,
            1_000_000,
            65_535,
            16_384,
            1,
            9999,
            1000);

    /** Returns limits for files from anywhere; the default. */
    public static ReadLimits untrusted() {
        return UNTRUSTED;
    }

    /** Returns limits for very large files of one's own. */
    public static ReadLimits trusted() {
        return TRUSTED;
    }
}
