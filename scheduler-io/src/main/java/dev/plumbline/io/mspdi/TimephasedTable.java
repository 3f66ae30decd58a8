package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.mspdi.AssignmentDraft.TimephasedDraft;
import dev.plumbline.model.Problem;
import dev.plumbline.model.TimephasedWork;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elements of time-phased data. Types 1 to 3 are the work of an assignment, which the model holds; the others (baselines,
 * costs) go to the ledger.
 */
final class TimephasedTable {

    private static final int DAYS = 2;
    private static final int LAST_WORK_TYPE = 3;

    private TimephasedTable() {}

    static void read(AssignmentDraft assignment, DocumentReader document) throws IOException {
        long spot = document.xml().spot();
        Map<String, String> texts = new TreeMap<>();
        XmlSource xml = document.xml();
        TimephasedDraft draft = new TimephasedDraft();
        Value value = document.value();
        while (xml.nextChild()) {
            String name = xml.name();
            value.within("TimephasedData", 0);
            value.read();
            texts.put(name, value.text());
            if (!value.isBlank()) {
                set(draft, name, value);
            }
        }
        if (draft.type >= 1 && draft.type <= LAST_WORK_TYPE) {
            work(assignment, draft, texts.getOrDefault("Value", ""), spot, document);
        } else {
            document.keep(piece(texts));
        }
    }

    private static void set(TimephasedDraft draft, String name, Value value) {
        switch (name) {
            case "Type" -> draft.type = value.integer(0, Integer.MAX_VALUE, -1);
            case "Start" -> draft.start = value.date();
            case "Finish" -> draft.finish = value.date();
            default -> {}
        }
    }

    private static void work(
            AssignmentDraft assignment, TimephasedDraft draft, String text, long spot, DocumentReader document) {
        long ticks = text.isBlank() ? 0 : DurationText.ticks(text.strip());
        if (draft.start == null || draft.finish == null || ticks < 0 || ticks == DurationText.TOO_LONG) {
            document.log()
                    .add(Problem.error(
                                    "VALUE_FORMAT",
                                    "time-phased data lacks Start or Finish, or its Value %s is no duration"
                                            .formatted(Problem.quote(text)),
                                    "")
                            .at(Spot.location(spot)));
        } else if (draft.finish.isBefore(draft.start)) {
            document.log()
                    .add(Problem.warning(
                                    "MODEL_TIMEPHASED",
                                    "time-phased data ends (%s) before it begins (%s)"
                                            .formatted(draft.finish, draft.start),
                                    "it is left out")
                            .at(Spot.location(spot)));
        } else {
            assignment.timephased.add(new TimephasedWork(
                    Codes.timephased(draft.type), draft.start, draft.finish, new WorkTime(ticks, WorkUnit.HOURS)));
        }
    }

    private static String piece(Map<String, String> texts) {
        StringBuilder piece = new StringBuilder("<TimephasedData>");
        for (String name : new String[] {"Type", "UID", "Start", "Finish", "Unit", "Value"}) {
            String text = texts.get(name);
            if (text != null) {
                piece.append('<').append(name).append('>');
                piece.append(XmlOut.escaped(text, false));
                piece.append("</").append(name).append('>');
            }
        }
        return piece.append("</TimephasedData>").toString();
    }

    static void write(AssignmentRow row, XmlOut out) throws IOException {
        for (TimephasedWork work : row.assignment().timephased()) {
            out.start("TimephasedData");
            out.leaf("Type", Texts.code(Codes.code(work.kind())));
            out.leaf("UID", row.uid());
            out.leaf("Start", DateText.of(work.from()));
            out.leaf("Finish", DateText.of(work.to()));
            out.leaf("Unit", Texts.code(DAYS));
            out.leaf("Value", DurationText.of(work.work().ticks()));
            out.end("TimephasedData");
        }
    }
}
