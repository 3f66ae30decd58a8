package dev.plumbline.io.mspdi;

import java.nio.charset.StandardCharsets;

/** A name of elements or attributes; a document has one object for each, up to a bound. */
final class XmlName {

    /** The index of a name that is not in the table. */
    static final int NOWHERE = -1;

    final int index;
    final char[] chars;
    final String qualified;
    final String prefix;
    final String local;

    /** Whether its form was looked at. */
    boolean isChecked;

    /** The opening tag as bytes, {@code <Name>}. */
    final byte[] tag;

    XmlName(int index, char[] chars) {
        this.index = index;
        this.chars = chars;
        this.qualified = new String(chars);
        int colon = qualified.indexOf(':');
        this.prefix = colon < 0 ? "" : qualified.substring(0, colon);
        this.local = colon < 0 ? qualified : qualified.substring(colon + 1);
        this.tag = ("<" + local + ">").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whether characters are this name. */
    boolean isAt(char[] text, int from) {
        char[] name = chars;
        for (int i = 0; i < name.length; i++) {
            if (text[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
