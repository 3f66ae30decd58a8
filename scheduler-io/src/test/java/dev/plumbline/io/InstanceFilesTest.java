package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.io.InstanceFiles.InstanceFormat;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.rcpsp.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceFilesTest {

    private static final String SM = """
            ************************************************************************
            file with basedata            : own
            ************************************************************************
            projects                      :  1
            jobs (incl. supersource/sink ):  4
            horizon                       :  9
            RESOURCES
              - renewable                 :  2   R
              - nonrenewable              :  0   N
              - doubly constrained        :  0   D
            ************************************************************************
            PROJECT INFORMATION:
            pronr.  #jobs rel.date duedate tardcost  MPM-Time
                1      2      0        5       26        5
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           4
               4        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1  R 2
            ------------------------------------------------------------------------
              1      1     0       0    0
              2      1     4       2    0
              3      1     5       2    1
              4      1     0       0    0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1  R 2
                3    1
            ************************************************************************
            """;

    private static final String RCP = "4 2\n3 1\n0 0 0 2 2 3\n4 2 0 1 4\n5 2 1 1 4\n0 0 0 0\n";

    private static Instance read(String text, InstanceFormat format) throws IOException {
        return InstanceFiles.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                format,
                "own." + (format == InstanceFormat.SM ? "sm" : "rcp"),
                ReadLimits.untrusted());
    }

    private static void isTheExample(Instance instance) {
        assertThat(instance.name()).isEqualTo("own");
        assertThat(instance.activities()).isEqualTo(4);
        assertThat(instance.resources()).isEqualTo(2);
        assertThat(instance.capacity(0)).isEqualTo(3);
        assertThat(instance.duration(2)).isEqualTo(5);
        assertThat(instance.demand(2, 1)).isEqualTo(1);
        assertThat(instance.successors(0)).containsExactly(1, 2);
        assertThat(instance.successors(3)).isEmpty();
    }

    @Test
    void bothFormatsGiveTheSameInstance() throws IOException {
        isTheExample(read(SM, InstanceFormat.SM));
        isTheExample(read(RCP, InstanceFormat.RCP));
    }

    @Test
    void lineEndsCaseAndWrappedRowsMakeNoDifference() throws IOException {
        isTheExample(read(SM.replace("\n", "\r\n"), InstanceFormat.SM));
        isTheExample(
                read(SM.replace("2   3\n", "2\n  3\n").replace("RESOURCEAVAIL", "ResourceAvail"), InstanceFormat.SM));
        isTheExample(read(RCP.replace('\n', ' ').replace(" ", "\t \n"), InstanceFormat.RCP));
    }

    @Test
    void theExtensionTellsTheFormat(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.sm"), SM);
        Files.writeString(folder.resolve("own.RCP"), RCP);

        isTheExample(InstanceFiles.read(folder.resolve("own.sm")));
        isTheExample(InstanceFiles.read(folder.resolve("own.RCP")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2        1          1           4 | 2        1          1           9 | MODEL_UNKNOWN_ACTIVITY | own.sm:19:",
                "2      1     4       2    0 | 2      1     x       2    0 | VALUE_NUMBER | own.sm:27:",
                "2      1     4       2    0 | 2      1    -4       2    0 | VALUE_NUMBER | own.sm:27:",
                "2      1     4       2    0 | 2      1 99999999999  2    0 | VALUE_RANGE | own.sm:27:",
                "2      1     4       2    0 | 2      2     4       2    0 | NOT_SINGLE_MODE | own.sm:27:",
                "3      1     5       2    1 | 7      1     5       2    1 | NOT_COMPLETE | own.sm:28:",
                "nonrenewable              :  0 | nonrenewable              :  1 | NOT_RENEWABLE | own.sm:9:",
                "REQUESTS/DURATIONS: | SOMETHING: | NOT_PSPLIB | own.sm:",
                "4        1          0 | 4        1          1   2 | MODEL_CYCLE | own.sm",
            })
    void whatIsWrongIsToldWithItsPlace(String from, String to, String code, String place) {
        assertThat(SM).contains(from);

        assertThatThrownBy(() -> read(SM.replace(from, to), InstanceFormat.SM))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(place);
    }

    // R4
    @Test
    void noProperPrefixOfAFileIsAccepted() {
        String rcp = RCP.strip();
        for (int end = 0; end < rcp.length(); end++) {
            String prefix = rcp.substring(0, end);
            assertThatThrownBy(() -> read(prefix, InstanceFormat.RCP)).isInstanceOf(PlumblineException.class);
        }
        int enough = SM.indexOf("3    1\n");
        for (int end = 0; end < enough; end++) {
            String prefix = SM.substring(0, end);
            assertThatThrownBy(() -> read(prefix, InstanceFormat.SM)).isInstanceOf(PlumblineException.class);
        }
    }

    @Test
    void aCapacityBeyondAllNumbersIsAsGoodAsTheLargest() throws IOException {
        String huge = SM.replace("    3    1\n", "  9223372036854775807 99999999999999999999999\n");

        assertThat(read(huge, InstanceFormat.SM).capacity(0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aHugeNumberOfActivitiesIsRefusedBeforeAnythingIsReserved() {
        assertThatThrownBy(() -> read("2000000000 2000000000\n", InstanceFormat.RCP))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("VALUE_RANGE");
    }
}
