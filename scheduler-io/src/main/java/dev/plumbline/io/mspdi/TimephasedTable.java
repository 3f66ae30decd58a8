package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.TimephasedWork;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The elements of time-phased data. Types 1 to 3 are the work of an assignment, which the model holds; the others (baselines,
 * costs) go to the ledger.
 */
final class TimephasedTable {

    /** The order in which reading puts them. */
    static final Comparator<TimephasedWork> ORDER =
            Comparator.comparing(TimephasedWork::kind).thenComparing(TimephasedWork::from);

    private static final String DAYS = "2";
    private static final XmlOut.Tag TYPE = new XmlOut.Tag("Type");
    private static final XmlOut.Tag UID = new XmlOut.Tag("UID");
    private static final XmlOut.Tag START = new XmlOut.Tag("Start");
    private static final XmlOut.Tag FINISH = new XmlOut.Tag("Finish");
    private static final XmlOut.Tag UNIT = new XmlOut.Tag("Unit");
    private static final XmlOut.Tag VALUE = new XmlOut.Tag("Value");

    private TimephasedTable() {}

    static void read(AssignmentDraft assignment, DocumentReader document) throws IOException {
        document.timephased().read(assignment, document);
    }

    static void write(AssignmentRow row, XmlOut out) throws IOException {
        String uid = row.uid();
        TimephasedWork before = null;
        for (TimephasedWork work : row.assignment().timephased()) {
            count(work, before, out.losses());
            before = work;
            if (work.to().isBefore(work.from())) {
                continue;
            }
            out.start("TimephasedData");
            out.leaf(TYPE, Texts.code(Codes.code(work.kind())));
            out.leaf(UID, uid);
            out.leaf(START, DateText.of(work.from()));
            out.leaf(FINISH, DateText.of(work.to()));
            out.leaf(UNIT, DAYS);
            out.leaf(VALUE, DurationText.of(work.work().ticks()));
            out.end("TimephasedData");
        }
    }

    private static void count(TimephasedWork work, @Nullable TimephasedWork before, LossCounts losses) {
        long ticks = work.work().ticks();
        losses.count(
                work.to().isBefore(work.from()) || ticks != Held.amount(ticks),
                "work by time that is negative or ends before it begins");
        losses.remark(before != null && ORDER.compare(before, work) > 0, LossCounter.ORDER);
        losses.remark(work.work().unit() != WorkUnit.HOURS, LossCounter.UNITS);
        losses.remark(work.from().getNano() + work.to().getNano() != 0, LossCounter.FRACTIONS);
    }
}
