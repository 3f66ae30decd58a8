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

    /** A lag of each kind, a date that must be kept and a milestone beside the critical path. */
    static final String CONSTRAINED = """
            ID,Name,Duration,Predecessors,Resources,Start,Constraint Type,Constraint Date
            1,Survey,2d,,,2026-03-02,,
            2,Permit,4ed,1FS+1ed,,,,
            3,Excavate,5d,2FS+50%,,,Must Start On,2026-03-16 08:00
            4,Permit filed,0d,2,,,,
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
