package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.Digits;
import dev.plumbline.io.text.TextIndex;
import dev.plumbline.model.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells of resources in the form that nearly all of ours have, such as {@code Anna; Crew[50%]; Crane[50% 20h]}, with names
 * that came up before. All else is left to {@link ResourceCell}, whose rules these are.
 */
final class ResourceScan {

    private final Durations durations;
    private final TextIndex names = new TextIndex();
    private final List<Resource> resources = new ArrayList<>();
    private Resource[] found = new Resource[8];
    private double[] units = new double[8];
    private @Nullable WorkTime[] works = new WorkTime[8];
    private int count;

    ResourceScan(Durations durations) {
        this.durations = durations;
    }

    /** Takes notice of the resource that a name stands for; a name with blanks around it needs quotes, and care. */
    void learn(ResourceCell.Use use, Resource resource) {
        String name = use.name();
        if (!name.isEmpty() && name.equals(name.strip()) && names.add(name) < 0) {
            resources.add(resource);
        }
    }

    /** Takes a cell apart; returns false if it must be read with care. */
    boolean read(Cell cell) {
        char[] chars = cell.chars();
        count = 0;
        int from = cell.from();
        while (from <= cell.to()) {
            int end = from;
            while (end < cell.to() && chars[end] != ';') {
                end++;
            }
            if (!item(chars, begin(chars, from, end), end(chars, from, end))) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    int count() {
        return count;
    }

    Resource resource(int index) {
        return found[index];
    }

    double units(int index, double otherwise) {
        return Double.isNaN(units[index]) ? otherwise : units[index];
    }

    @Nullable
    WorkTime work(int index) {
        return works[index];
    }

    /** Returns whether a resource stands further ahead too. */
    @SuppressWarnings("ReferenceEquality") // one object a resource
    boolean isRepeated(int index) {
        int i = 0;
        while (found[i] != found[index]) {
            i++;
        }
        return i < index;
    }

    private boolean item(char[] chars, int from, int to) {
        int open = from;
        while (open < to && chars[open] != '[') {
            if (chars[open] == ']' || chars[open] == '"') {
                return false;
            }
            open++;
        }
        int number = names.get(chars, from, end(chars, from, open));
        if (number < 0) {
            return false;
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
            units = Arrays.copyOf(units, 2 * count);
            works = Arrays.copyOf(works, 2 * count);
        }
        found[count] = resources.get(number);
        units[count] = Double.NaN;
        works[count] = null;
        boolean read = open == to || (chars[to - 1] == ']' && amounts(chars, open + 1, to - 1));
        count++;
        return read;
    }

    /** Reads units, work or both, whatever stands in the brackets. */
    private boolean amounts(char[] chars, int from, int to) {
        int end = Digits.end(chars, from, to);
        int number = Digits.number(chars, from, end);
        if (number < 0) {
            return false;
        }
        if (end == to) {
            units[count] = number;
            return true;
        }
        int work = from;
        if (chars[end] == '%') {
            units[count] = number / 100.0;
            if (end + 1 == to) {
                return true;
            }
            if (chars[end + 1] != ' ') {
                return false;
            }
            work = end + 2;
        }
        Durations.Amount amount = durations.plain(chars, work, to);
        works[count] = amount == null ? null : amount.time();
        return amount != null;
    }

    private static int begin(char[] chars, int from, int to) {
        int i = from;
        while (i < to && chars[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int end(char[] chars, int from, int to) {
        int i = to;
        while (i > from && chars[i - 1] == ' ') {
            i--;
        }
        return i;
    }
}
