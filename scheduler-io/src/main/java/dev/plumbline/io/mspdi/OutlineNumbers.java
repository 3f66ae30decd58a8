package dev.plumbline.io.mspdi;

import java.util.ArrayList;
import java.util.List;

/** Numbers rows such as 1.2.3 as they come. */
final class OutlineNumbers {

    private final List<Integer> counts = new ArrayList<>();

    /** Returns the number of the next row; a row deeper than just below the one before counts its levels as ones. */
    String next(int level) {
        while (counts.size() > level) {
            counts.remove(counts.size() - 1);
        }
        while (counts.size() < level - 1) {
            counts.add(1);
        }
        if (counts.size() == level) {
            counts.set(level - 1, counts.get(level - 1) + 1);
        } else {
            counts.add(1);
        }
        StringBuilder number = new StringBuilder();
        for (int count : counts) {
            number.append(number.isEmpty() ? "" : ".").append(count);
        }
        return number.toString();
    }
}
