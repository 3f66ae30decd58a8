package dev.plumbline.io;

import dev.plumbline.io.csv.CompanionSource;
import dev.plumbline.io.csv.RiskReader;
import dev.plumbline.model.PlumblineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads what is uncertain about a plan, from tables beside it: for {@code site.csv} or {@code site.xml} from
 * {@code site.ranges.csv}, {@code site.drivers.csv}, {@code site.correlations.csv}, {@code site.risks.csv},
 * {@code site.branches.csv} and {@code site.weather.csv}, as many of them as there are.
 *
 * <pre>{@code
 * var path = Path.of("site.xml");
 * var risk = RiskFiles.read(path, ProjectFiles.read(path));
 * risk.findings().forEach(System.out::println);
 * risk.analysis().simulate(10_000, 42);
 * }</pre>
 *
 * <p>The three-point estimates of the plan's activities count too. Activities are named as the plan's own cells name them: in a
 * CSV plan by the column ID, in a Microsoft Project file by the number of the row; everywhere also as {@code uid:17}.
 */
public final class RiskFiles {

    private RiskFiles() {}

    /**
     * Returns what is uncertain about a plan, with the limits for files from anywhere.
     *
     * @param plan the file of the plan, beside which the tables are
     * @param read the plan
     * @throws PlumblineException with all problems of all tables
     */
    public static RiskInputs read(Path plan, ReadResult read) throws IOException {
        return read(plan, read, ReadOptions.DEFAULT);
    }

    /**
     * Returns what is uncertain about a plan.
     *
     * @param plan the file of the plan, beside which the tables are; it need not exist
     * @param read the plan
     * @throws PlumblineException with all problems of all tables
     */
    public static RiskInputs read(Path plan, ReadResult read, ReadOptions options) throws IOException {
        Path name = Objects.requireNonNull(plan, "plan").getFileName();
        RiskReader.Content content = RiskReader.read(
                CompanionSource.beside(plan),
                name == null ? "" : name.toString(),
                read.project(),
                read.format() == Format.MSPDI,
                Objects.requireNonNull(options, "options"));
        return new RiskInputs(content.analysis(), content.findings(), content.rows());
    }
}
