package dev.plumbline.io.mspdi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers that stand for ids: an id that is a number stands for itself, others get free ones in order. */
final class Numbers {

    private final Map<String, Integer> byId = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private int next = 1;
    private int renumbered;

    Numbers(List<String> ids, int least) {
        for (String id : ids) {
            int number = number(id);
            if (number >= least && used.add(number)) {
                byId.put(id, number);
            }
        }
        for (String id : ids) {
            if (!byId.containsKey(id)) {
                byId.put(id, free());
                renumbered++;
            }
        }
    }

    /** Returns the number of an id. */
    int of(String id) {
        Integer number = byId.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no number was given to " + id);
        }
        return number;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    boolean isUsed(int number) {
        return used.contains(number);
    }

    /** Returns the lowest number that is not in use, and takes it. */
    int free() {
        while (!used.add(next)) {
            next++;
        }
        return next;
    }

    /** Returns how many ids are not written as they are. */
    int renumbered() {
        return renumbered;
    }

    private static int number(String id) {
        if (id.isEmpty() || id.length() > 10 || (id.charAt(0) == '0' && id.length() > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }
}
