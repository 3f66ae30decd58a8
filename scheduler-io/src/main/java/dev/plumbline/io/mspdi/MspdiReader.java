package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads Microsoft Project XML. */
public final class MspdiReader {

    static final String NAMESPACE = "http://schemas.microsoft.com/project";
    private static final String ROOT = "Project";

    private MspdiReader() {}

    /**
     * What a file holds.
     *
     * @param project the plan
     * @param findings what is odd
     * @param ledger what the plan can't hold
     */
    public record Content(Project project, List<Problem> findings, ReadResult.Ledger ledger) {}

    /**
     * Returns the content of a stream, which is not closed.
     *
     * @param in the stream
     * @param fileName the name for problems, possibly empty
     * @param options limits and a start for plans without one
     * @throws IOException if the stream can't be read
     * @throws PlumblineException with all problems of the file
     */
    public static Content read(InputStream in, String fileName, ReadOptions options) throws IOException {
        ProblemLog log = new ProblemLog(fileName, options.limits().findings());
        ProjectDraft draft = new ProjectDraft();
        Kept kept;
        try {
            XmlSource xml = XmlSource.open(in, options.limits(), log);
            checkRoot(xml, log);
            DocumentReader document = new DocumentReader(xml, options.limits(), log);
            kept = document.fields(ProjectTable.TABLE, draft, 0, new KeptStore(xml.names()));
            xml.finish();
        } catch (PlumblineException e) {
            throw log.failure(e.problems().get(0));
        }
        PlanAssembler assembler = new PlanAssembler(draft, kept, options, log);
        Project project = assembler.assemble();
        return new Content(project, log.findings(), assembler.ledger());
    }

    private static void checkRoot(XmlSource xml, ProblemLog log) {
        Location place = Spot.location(xml.spot());
        if (!xml.name().equals(ROOT)) {
            boolean page = xml.name().equalsIgnoreCase("html");
            throw new PlumblineException(Problem.error(
                            page ? "NOT_MSPDI" : "MSPDI_ROOT",
                            "the root element is %s, not Project".formatted(Problem.quote(xml.name())),
                            page
                                    ? "this is an html page: download the file again"
                                    : "export the plan as Microsoft Project XML")
                    .at(place));
        }
        if (!xml.namespace().equals(NAMESPACE)) {
            log.add(Problem.warning(
                            "MSPDI_NAMESPACE",
                            xml.namespace().isEmpty()
                                    ? "the root element has no namespace"
                                    : "the namespace is %s, not that of Microsoft Project"
                                            .formatted(Problem.quote(xml.namespace())),
                            "elements are read by their names")
                    .at(place));
        }
    }
}
