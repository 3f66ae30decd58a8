package dev.plumbline.io.mspdi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * A document has a few hundred different names and millions of tags. So the characters of a name are looked up before any
 * string is made of them. The table is bounded, and gives up after some steps, so that made-up names cost no more than a
 * string each.
 */
/** The names of a document, one object for each. */
final class XmlNames {

    private static final int MOST = 4096;
    private static final int SLOTS = 2 * MOST;
    private static final int MOST_STEPS = 16;
    private static final int LONGEST = 64;

    private @Nullable XmlName[] slots = new XmlName[0];
    private final List<XmlName> all = new ArrayList<>();

    /** Returns the name in the characters, whose hash is that of {@link String}. */
    XmlName get(char[] text, int from, int to, int hash) {
        if (slots.length == 0) {
            slots = new XmlName[SLOTS];
        }
        int length = to - from;
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            XmlName name = slots[slot];
            if (name == null) {
                return length <= LONGEST && all.size() < MOST
                        ? add(slot, Arrays.copyOfRange(text, from, to))
                        : new XmlName(XmlName.NOWHERE, Arrays.copyOfRange(text, from, to));
            }
            if (name.chars.length == length && name.isAt(text, from)) {
                return name;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return new XmlName(XmlName.NOWHERE, Arrays.copyOfRange(text, from, to));
    }

    private XmlName add(int slot, char[] chars) {
        XmlName name = new XmlName(all.size(), chars);
        slots[slot] = name;
        all.add(name);
        return name;
    }

    /** Returns the name of an index. */
    XmlName at(int index) {
        return all.get(index);
    }
}
