package dev.plumbline.model;

import java.util.Objects;

/**
 * Where in an input something was found. Numbers are 1-based; 0 means unknown.
 *
 * @param file the name of the file without folders, empty if there is none
 * @param line the line, 0 if unknown
 * @param column the column, 0 if unknown
 * @param offset the byte offset, -1 if unknown
 * @param path the element path, row or entity such as {@code Project/Tasks/Task[3]/Duration}; empty if unknown
 */
public record Location(String file, int line, int column, long offset, String path) {

    /** Nowhere in particular. */
    public static final Location NONE = new Location("", 0, 0, -1, "");

    /** Checks that texts are given. */
    public Location {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
    }

    /** Returns a place by line and column. */
    public static Location of(String file, int line, int column) {
        return new Location(file, line, column, -1, "");
    }

    /** Returns this place in a file of another name. */
    public Location withFile(String newFile) {
        return new Location(newFile, line, column, offset, path);
    }

    /** Returns this place with a path. */
    public Location withPath(String newPath) {
        return new Location(file, line, column, offset, newPath);
    }

    /** Returns {@code FILE:LINE:COLUMN}, without what is unknown. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
