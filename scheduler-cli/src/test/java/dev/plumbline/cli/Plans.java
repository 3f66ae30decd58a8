package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small plans as files. */
final class Plans {

    /** Three activities in a row and one beside them, with two days of slack. */
    static final String PUMP_STATION = """
            ID,Name,Duration,Predecessors,Resources,Start
            1,Excavate,5d,,,2026-03-02
            2,Foundation,8d,1,,
            3,Pipework,6d,1,,
            4,Commission,3d,2;3,,
            """;

    /** Two activities that wait for each other. */
    static final String LOOP = """
            ID,Name,Duration,Predecessors,Resources,Start
            1,Hen,5d,2,,2026-03-02
            2,Egg,8d,1,,
            """;

    /** A plan without a start, which is a finding. */
    static final String WITHOUT_START = """
            ID,Name,Duration,Predecessors,Resources,Start
            1,Excavate,5d,,,
            """;

    private Plans() {}

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
