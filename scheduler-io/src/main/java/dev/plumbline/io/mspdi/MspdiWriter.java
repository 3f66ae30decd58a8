package dev.plumbline.io.mspdi;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes Microsoft Project XML, elements in Microsoft Project's own order. */
public final class MspdiWriter {

    private MspdiWriter() {}

    /**
     * Writes a plan and leaves the stream open.
     *
     * @param out where to
     * @param project the plan
     * @param schedule its dates, if it was scheduled
     * @param ledger what the file it was read from held beyond the plan, if it was read from such a file
     * @return what the format can't hold
     * @throws IOException if the stream can't be written
     */
    public static List<Problem> write(
            OutputStream out, Project project, @Nullable Schedule schedule, ReadResult.@Nullable Ledger ledger)
            throws IOException {
        MspdiLedger kept = ledger instanceof MspdiLedger own ? own : MspdiLedger.EMPTY;
        XmlOut xml = new XmlOut(out);
        PlanOut plan = new PlanOut(project, schedule, kept, xml.losses());
        xml.root("Project", MspdiReader.NAMESPACE);
        EntityWriter.write(ProjectTable.TABLE, plan, plan.kept(), xml);
        xml.end("Project");
        xml.flush();
        return Losses.of(plan, xml);
    }
}
