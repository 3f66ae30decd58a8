package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void rowsOfAnArrayStandOnALineEach() throws IOException {
        StringWriter out = new StringWriter();
        JsonWriter json = new JsonWriter(out);

        json.beginObject().name("version").value(1).name("rows").beginArray();
        json.beginRow()
                .name("a")
                .value("x")
                .name("of")
                .beginArray()
                .value(1)
                .value(2)
                .endArray()
                .endObject();
        json.beginRow().name("a").literal("0.5").endObject();
        json.endArray().name("none").beginArray().endArray().endObject().finish();

        assertThat(out.toString()).isEqualTo("""
                        {
                          "version": 1,
                          "rows": [
                            {"a": "x", "of": [1, 2]},
                            {"a": 0.5}
                          ],
                          "none": []
                        }
                        """.replace("\"0.5\"", "0.5"));
    }

    @Test
    void whateverCouldEndATextOrTurnItsDirectionIsEscaped() throws IOException {
        StringWriter out = new StringWriter();

        new JsonWriter(out)
                .value("a\"b\\c\n\t\u0000\u202e\u2028\ud83d\ude00\ud83d")
                .finish();

        assertThat(out.toString()).isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0000\\u202e\\u2028\ud83d\ude00\\ud83d\"\n");
    }
}
