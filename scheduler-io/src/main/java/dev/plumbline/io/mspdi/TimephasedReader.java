package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Problem;
import dev.plumbline.model.TimephasedWork;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * Files hold more of these than of all other elements, and their type may come last. So one object reads all of them, and
 * holds the text of each until it is known where it goes.
 */
/** Reads time-phased data: that of the work of an assignment goes to the assignment, the rest to the ledger. */
final class TimephasedReader {

    private static final String ENTITY = "TimephasedData";
    private static final int LAST_WORK_TYPE = 3;
    private static final String[] ELEMENTS = {"Type", "UID", "Start", "Finish", "Unit", "Value"};
    private static final int TYPE = 0;
    private static final int START = 2;
    private static final int FINISH = 3;
    private static final int VALUE = 5;

    private final char[][] texts = new char[ELEMENTS.length][64];
    private final int[] lengths = new int[ELEMENTS.length];
    private final @Nullable XmlName[] names = new XmlName[ELEMENTS.length];
    private int type;
    private long ticks;
    private @Nullable LocalDateTime start;
    private @Nullable LocalDateTime finish;

    /** Reads one. */
    void read(AssignmentDraft assignment, DocumentReader document) throws IOException {
        XmlSource xml = document.xml();
        long spot = xml.spot();
        XmlName name = xml.fullName();
        Value value = document.value();
        clear();
        int next = 0;
        while (xml.nextChild()) {
            int element = xml.isOwn() ? element(xml.name(), next) : -1;
            if (element < 0) {
                document.leaveOut(ENTITY);
                continue;
            }
            document.noteAttributes();
            value.within(ENTITY, 0);
            XmlName child = xml.fullName();
            value.read();
            next = element + 1;
            names[element] = child;
            lengths[element] = value.copyText(texts, element);
            set(element, value);
        }
        if (type >= 1 && type <= LAST_WORK_TYPE) {
            work(assignment, spot, document);
        } else {
            keep(document.entityStore(), name);
        }
    }

    private void clear() {
        Arrays.fill(lengths, -1);
        type = -1;
        ticks = 0;
        start = null;
        finish = null;
    }

    /** Elements come in order, so the next one is tried first. */
    private static int element(String name, int next) {
        for (int i = 0; i < ELEMENTS.length; i++) {
            int tried = (next + i) % ELEMENTS.length;
            if (ELEMENTS[tried].equals(name)) {
                return tried;
            }
        }
        return -1;
    }

    private void set(int element, Value value) {
        if (value.isBlank()) {
            return;
        }
        switch (element) {
            case TYPE -> type = value.integer(0, Integer.MAX_VALUE, -1);
            case START -> start = value.date();
            case FINISH -> finish = value.date();
            case VALUE -> ticks = value.ticks();
            default -> {}
        }
    }

    private void work(AssignmentDraft assignment, long spot, DocumentReader document) {
        if (start == null || finish == null || ticks < 0 || ticks == DurationText.TOO_LONG) {
            document.log()
                    .add(Problem.error(
                                    "VALUE_FORMAT",
                                    "time-phased data lacks Start or Finish, or its Value %s is no duration"
                                            .formatted(Problem.quote(
                                                    new String(texts[VALUE], 0, Math.max(0, lengths[VALUE])))),
                                    "correct or remove the TimephasedData")
                            .at(Spot.location(spot)));
        } else if (finish.isBefore(start)) {
            document.log()
                    .add(Problem.warning(
                                    "MODEL_TIMEPHASED",
                                    "time-phased data ends (%s) before it begins (%s)".formatted(finish, start),
                                    "it is left out")
                            .at(Spot.location(spot)));
        } else {
            assignment.timephased.add(
                    new TimephasedWork(Codes.timephased(type), start, finish, new WorkTime(ticks, WorkUnit.HOURS)));
        }
    }

    private void keep(KeptStore store, XmlName name) {
        store.begin(name);
        for (int i = 0; i < ELEMENTS.length; i++) {
            XmlName child = names[i];
            if (lengths[i] >= 0 && child != null) {
                store.begin(child);
                store.text(texts[i], 0, lengths[i]);
                store.finish(child);
            }
        }
        store.finish(name);
        store.endPiece();
    }
}
