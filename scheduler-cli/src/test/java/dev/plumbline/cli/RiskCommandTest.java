package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PLAN = """
            ID,Name,Duration,Predecessors,Resources,Start,Deadline,Optimistic,Most Likely,Pessimistic
            1,Excavate,5d,,Anna,2026-03-02 08:00,,4d,5d,9d
            2,Foundation,8d,1,Anna,,,,,
            3,Pipework,7d,1,Bruno,,,5d,7d,12d
            4,Handover,0d,2;3,,,2026-03-23 17:00,,,
            """;

    private static final String CERTAIN =
            "ID,Name,Duration,Predecessors,Resources,Start\n1,Excavate,5d,,,2026-03-02 08:00\n";

    private static final String RISKS =
            "ID,Name,Probability,Activities,Delay,Cost,Mitigated Probability,Mitigation Cost\n"
                    + "R1,Rain,40%,2,uniform 1d 5d,fixed 1000,10%,300\n";

    @TempDir
    Path folder;

    private Path plan() throws IOException {
        return Plans.write(folder, "site.csv", PLAN);
    }

    private static JsonNode json(Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of("risk"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--format", "json", "--iterations", "2000"));
        Run run = Runs.plumbline(all.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theJsonHasTheFieldsOfItsContract() throws IOException {
        JsonNode json = json(plan(), "--seed", 7);

        assertThat(json.get("iterations").asInt()).isEqualTo(2000);
        assertThat(json.get("seed").asInt()).isEqualTo(7);
        assertThat(json.get("finish").get("deterministic").asText()).isEqualTo("2026-03-18T17:00:00");
        assertThat(names(json.get("finish")))
                .startsWith(
                        "deterministic", "deterministic_probability", "mean", "sd_days", "p10", "p50", "p80", "p90");
        assertThat(json.get("finish").get("deterministic_probability").asDouble())
                .isBetween(0.05, 0.5);
        assertThat(json.get("finish").get("p10").asText())
                .isLessThan(json.get("finish").get("p90").asText());
        assertThat(json.get("activities")).hasSize(4);
        assertThat(names(json.get("activities").get(0))).contains("id", "criticality", "cruciality", "ssi");
        assertThat(json.get("activities").get(0).get("id").asInt()).isEqualTo(1);
        assertThat(json.get("activities").get(0).get("criticality").asDouble()).isEqualTo(1);
        assertThat(json.get("activities").get(1).get("criticality").asDouble()).isBetween(0.5, 0.99);
        JsonNode handover = json.get("milestones").get(0);
        assertThat(handover.get("id").asInt()).isEqualTo(4);
        assertThat(handover.get("deadline_probability").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void percentilesAreOfNearestRank() throws IOException { // 10.11
        JsonNode finish = json(plan()).get("finish");
        JsonNode curve = finish.get("curve");
        for (String p : new String[] {"10", "50", "80", "90"}) {
            String date = finish.get("p" + p).asText();
            double reached = 0;
            for (JsonNode point : curve) {
                reached = point.get("date").asText().compareTo(date) <= 0
                        ? point.get("probability").asDouble()
                        : reached;
            }
            assertThat(reached).isGreaterThanOrEqualTo(Integer.parseInt(p) / 100.0 - 0.011);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mc", "lhs", "sobol"})
    void theBytesDoNotDependOnTheNumberOfThreads(String sampling) throws IOException {
        Path plan = plan();
        Files.writeString(folder.resolve("site.risks.csv"), RISKS);
        String one = output(plan, sampling, 1);

        assertThat(output(plan, sampling, 2)).isEqualTo(one);
        assertThat(output(plan, sampling, 5)).isEqualTo(one);
        assertThat(one).contains("\"sampling\": \"" + sampling + "\"");
    }

    private static String output(Path plan, String sampling, int threads) {
        return Runs.plumbline(
                        "risk",
                        plan,
                        "--format",
                        "json",
                        "--iterations",
                        300,
                        "--sampling",
                        sampling,
                        "--threads",
                        threads,
                        "--what-would-help")
                .out();
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        Path plan = plan();

        assertThat(json(plan, "--seed", 1).get("finish")).isEqualTo(json(plan).get("finish"));
        assertThat(json(plan, "--seed", 2).get("finish"))
                .isNotEqualTo(json(plan).get("finish"));
    }

    @Test
    void resultsAreAsTheirSchemaSays() throws IOException {
        Path plan = plan();
        JsonSchemas.assertValid("risk", json(plan));
        Files.writeString(folder.resolve("site.risks.csv"), RISKS);
        Files.writeString(
                folder.resolve("site.resources.csv"),
                "Name,Max Units,Calendar,Standard Rate,Cost Per Use\nAnna,100%,,50,0\n");

        JsonNode full = json(
                plan,
                "--what-would-help",
                "--pert",
                "--by",
                "2026-03-20",
                "--percentile",
                "70,95",
                "--track",
                "2",
                "--contingency",
                "90");

        JsonSchemas.assertValid("risk", full);
        assertThat(full.get("cost").get("joint")).hasSize(4);
        assertThat(full.get("improvements")).isNotEmpty();
        assertThat(full.get("finish").get("by").get(0).get("probability").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(full.get("finish").get("confidence")).hasSize(6);
        assertThat(full.get("milestones")).hasSize(2);
        assertThat(full.get("pert").get("bias_days").asDouble()).isGreaterThan(0);
        double sum = 0;
        for (JsonNode part : full.get("contingency").get("parts")) {
            sum += part.get("days").asDouble();
        }
        assertThat(sum)
                .isCloseTo(
                        full.get("contingency").get("days").asDouble(), org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void aPlanWithoutRangesIsAFindingThatSaysHowToGiveThem() throws IOException {
        Path plan = Plans.write(folder, "sure.csv", CERTAIN);

        Run run = Runs.plumbline("risk", plan);

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains(
                        "warning RISK_NO_RANGES sure.csv: ",
                        "--default-range -10%,+30%",
                        "Optimistic",
                        "sure.ranges.csv".substring(4));
        assertThat(run.out()).contains("plan, 100.0%");
        assertThat(Runs.plumbline("risk", plan, "--fail-on", "warning").exit()).isEqualTo(1);
    }

    @Test
    void theDefaultRangeActsOnWhatHasNone() throws IOException {
        Path plan = Plans.write(folder, "sure.csv", CERTAIN);

        JsonNode finish = json(plan, "--default-range", "-10%,+30%").get("finish");

        assertThat(finish.get("sd_days").asDouble()).isGreaterThan(0.1);
        assertThat(finish.get("earliest").asText()).isGreaterThanOrEqualTo("2026-03-06T13:00:00");
        assertThat(finish.get("latest").asText()).isLessThanOrEqualTo("2026-03-10T12:00:00");
        assertThat(Runs.plumbline("risk", plan, "--default-range", "-10%,+30%").err())
                .doesNotContain("RISK_NO_RANGES");
    }

    @Test
    void mitigationMakesRisksSmaller() throws IOException {
        Path plan = plan();
        Files.writeString(folder.resolve("site.risks.csv"), RISKS);

        JsonNode before = json(plan);
        JsonNode after = json(plan, "--mitigated", "R1");

        assertThat(after.get("finish").get("mean").asText())
                .isLessThan(before.get("finish").get("mean").asText());
        assertThat(json(plan, "--mitigated", "all")).isEqualTo(after);
        Run unknown = Runs.plumbline("risk", plan, "--mitigated", "R9");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no risk 'R9'");
    }

    @Test
    void tablesCanLieElsewhere() throws IOException {
        Path plan = plan();
        Files.writeString(folder.resolve("other.risks.csv"), RISKS);

        assertThat(json(plan, "--risk-data", folder.resolve("other")).get("finish"))
                .isNotEqualTo(json(plan).get("finish"));
    }

    @Test
    void aMistakeInATableIsAnUnreadableInput() throws IOException {
        Path plan = plan();
        Files.writeString(folder.resolve("site.risks.csv"), RISKS.replace("40%", "140%"));

        Run run = Runs.plumbline("risk", plan);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error RISK_PROBABILITY site.risks.csv:2:3: ", "'140%'");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--iterations 0 | use 1 to 10000000",
                "--default-range 10 | -10%,+30%",
                "--default-range +10%,+30% | -10%,+30%",
                "--sampling best | SOBOL",
                "--threads 0 | use 1 to 1024",
                "--percentile 100 | more than 0 and less than 100",
                "--precision 80 | 80:0.5",
                "--estimates best | TRIANGULAR",
                "--estimates triangular --lambda 3 | use pert",
                "--lambda 0 | use more than 0",
                "--estimate-percentiles 10 | name two, such as 10,90",
                "--estimate-percentiles 60,90 | use percentiles such as 10 and 90",
                "--budget much | much",
                "--by soon | 2026-03-02",
                "--track 99 | no activity in row 99"
            })
    void wrongUsageSaysWhatIsExpected(String option, String hint) throws IOException {
        List<Object> words = new ArrayList<>(List.of("risk", plan()));
        words.addAll(List.of(option.split(" ")));

        Run run = Runs.plumbline(words.toArray());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(hint);
    }

    @Test
    void aPrecisionEndsTheSimulation() throws IOException {
        Run run = Runs.plumbline("risk", plan(), "--format", "json", "--iterations", 100_000, "--precision", "50:0.2");

        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("stopped_by").asText()).isEqualTo("precision");
        assertThat(json.get("iterations").asInt()).isLessThan(100_000);
    }

    @Test
    void anotherPlanIsComparedOnTheSameRandomNumbers() throws IOException {
        Path plan = plan();
        Path longer = Plans.write(folder, "longer.csv", PLAN.replace("2,Foundation,8d,1", "2,Foundation,8d,1FS+2d"));

        JsonNode json = json(plan, "--compare", longer);
        JsonNode comparison = json.get("comparison");

        JsonSchemas.assertValid("risk", json);
        assertThat(comparison.get("plan").asText()).isEqualTo("longer.csv");
        assertThat(comparison.get("mean_days").asDouble()).isBetween(1.0, 2.0);
        assertThat(comparison.get("standard_error_days").asDouble()).isLessThan(0.05);
        assertThat(comparison.get("p90_days").asDouble()).isEqualTo(2);
        assertThat(comparison.get("probability_earlier").asDouble()).isZero();
        assertThat(comparison.get("finish")).isEqualTo(subset(json(longer).get("finish"), comparison.get("finish")));
        JsonNode same = json(plan, "--compare", plan).get("comparison");
        assertThat(same.get("p10_days").asDouble()).isZero();
        assertThat(same.get("probability_later").asDouble()).isZero();
        assertThat(Runs.plumbline("risk", plan, "--compare", longer, "--iterations", 500)
                        .out())
                .contains("Compared", "longer.csv", "finishes earlier in 0.0% of the iterations and later in ");
    }

    private static JsonNode subset(JsonNode all, JsonNode fields) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) all).retain(names(fields));
    }

    @Test
    void aPlanToCompareThatIsNotThereIsAnUnreadableInput() throws IOException {
        Run run = Runs.plumbline("risk", plan(), "--compare", folder.resolve("none.csv"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("NOT_FOUND");
    }

    @Test
    void estimatesAreUnderstoodAsAsked() throws IOException {
        Path plan = plan();

        double usual = json(plan).get("finish").get("sd_days").asDouble();
        double flat = json(plan, "--lambda", 1).get("finish").get("sd_days").asDouble();
        double triangular = json(plan, "--estimates", "triangular")
                .get("finish")
                .get("sd_days")
                .asDouble();
        JsonNode wide = json(plan, "--estimates", "triangular", "--estimate-percentiles", "10,90", "--pert");

        assertThat(flat).isGreaterThan(1.2 * usual);
        assertThat(triangular).isGreaterThan(1.1 * usual);
        assertThat(wide.get("finish").get("sd_days").asDouble()).isGreaterThan(1.3 * triangular);
        assertThat(wide.get("pert").get("method").asText()).isEqualTo("triangular, P10 and P90");
        assertThat(json(plan, "--pert").get("pert").get("method").asText()).startsWith("classic");
    }

    @Test
    void budgetsAreToldAloneAndWithDates() throws IOException {
        Path plan = plan();
        Files.writeString(folder.resolve("site.risks.csv"), RISKS);
        Files.writeString(
                folder.resolve("site.resources.csv"),
                "Name,Max Units,Calendar,Standard Rate,Cost Per Use\nAnna,100%,,50,0\n");

        JsonNode json = json(plan, "--budget", 6000, "--by", "2026-03-20");
        JsonNode within = json.get("cost").get("within").get(0);
        double both = within.get("by").get(0).get("probability").asDouble();

        JsonSchemas.assertValid("risk", json);
        assertThat(within.get("probability").asDouble()).isBetween(0.05, 0.95);
        assertThat(both)
                .isLessThanOrEqualTo(within.get("probability").asDouble())
                .isLessThanOrEqualTo(
                        json.get("finish").get("by").get(0).get("probability").asDouble());
        JsonNode contingency = json.get("cost").get("contingency");
        double parts = 0;
        for (JsonNode part : contingency.get("parts")) {
            parts += part.get("amount").asDouble();
        }
        assertThat(contingency.get("parts")).hasSizeGreaterThan(1);
        assertThat(parts)
                .isCloseTo(contingency.get("amount").asDouble(), org.assertj.core.api.Assertions.within(0.001));
        JsonNode aim = json.get("cost").get("aim");
        assertThat(aim.get("probability").asDouble()).isGreaterThanOrEqualTo(0.8);
        assertThat(aim.get("finish").asText())
                .isGreaterThanOrEqualTo(json.get("finish").get("p80").asText());
        assertThat(Runs.plumbline("risk", plan, "--budget", 6000, "--by", "2026-03-20", "--iterations", 500)
                        .out())
                .contains("within, ", "by 2026-03-20 17:00", "80% keep both", "Cost contingency");
    }

    @Test
    void relationshipsHaveACriticalityToo() throws IOException {
        JsonNode relationships = json(plan()).get("relationships");

        assertThat(relationships).hasSize(4);
        double foundation = relationships.get(0).get("criticality").asDouble();
        double pipework = relationships.get(1).get("criticality").asDouble();
        assertThat(foundation + pipework).isBetween(1.0, 1.2);
        assertThat(relationships.get(0).get("type").asText()).isEqualTo("FS");
    }

    @Test
    void rowsAndTablesAreWrittenToo() throws IOException {
        Path plan = plan();
        Path file = folder.resolve("risk.csv");

        assertThat(Runs.plumbline("risk", plan, "--output", file).exit()).isZero();

        assertThat(Files.readString(file))
                .startsWith(
                        "uid,id,wbs,name,criticality,cruciality,cruciality_spearman,significance,ssi,mean_min,sd_min\n1,1,")
                .contains("Pipework");
        assertThat(Runs.plumbline("risk", plan, "--pert").out())
                .contains(
                        "P80",
                        "95% sure between",
                        "PERT",
                        "The simulated mean is ",
                        "Handover",
                        "Excavate",
                        "Contingency");
    }

    @Test
    void chartsAreWrittenIntoAFolder() throws IOException {
        Path charts = folder.resolve("charts");

        assertThat(Runs.plumbline("risk", plan(), "--charts", charts).exit()).isZero();

        assertThat(charts.resolve("site.finish.svg")).content().contains("class=\"curve\"");
        assertThat(charts.resolve("site.tornado.svg")).isNotEmptyFile();
        assertThat(charts.resolve("site.criticality.svg")).isNotEmptyFile();
        assertThat(charts.resolve("site.cost.svg")).doesNotExist();
    }

    @Test
    void levellingInEveryIterationTakesResourcesIntoAccount() throws IOException {
        String both = PLAN.replace("Bruno", "Anna");
        Path plan = Plans.write(folder, "site.csv", both);

        Run run = Runs.plumbline("risk", plan, "--iterations", 20, "--level", "--format", "json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(JSON.readTree(run.out()).get("finish").get("p10").asText())
                .isGreaterThan(json(plan).get("finish").get("p90").asText());
    }

    @Test
    void anInterruptedRunIsCancelled() throws IOException {
        Path plan = plan();
        Thread.currentThread().interrupt();
        Run run;
        try {
            run = Runs.plumbline("risk", plan, "--iterations", 5_000_000);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("CANCELLED");
    }

    @Test
    void theReportTellsOfRiskWhereThePlanHasAny() throws IOException {
        Path plan = plan();
        Path page = folder.resolve("site.html");

        assertThat(Runs.plumbline("report", plan).exit()).isZero();
        assertThat(page).content().contains("<section id=\"risk\">", "10,000 simulated runs");

        assertThat(Runs.plumbline("report", plan, "--no-risk").exit()).isZero();
        assertThat(page).content().doesNotContain("<section id=\"risk\">");

        Path sure = Plans.write(folder, "sure.csv", CERTAIN);
        assertThat(Runs.plumbline("report", sure).exit()).isZero();
        assertThat(folder.resolve("sure.html")).content().doesNotContain("<section id=\"risk\">");
        assertThat(Runs.plumbline("report", sure, "--default-range", "-10%,+30%")
                        .exit())
                .isZero();
        assertThat(folder.resolve("sure.html")).content().contains("<section id=\"risk\">");
    }
}
