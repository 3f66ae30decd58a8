package dev.plumbline.cli;

import dev.plumbline.level.DelayReason;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Overallocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the JSON of a levelled plan has beyond that of a schedule: reasons, and overallocations that are left. */
final class LevelledReport {

    private LevelledReport() {}

    static void json(JsonWriter json, Levelled levelled) throws IOException {
        json.name("reasons").beginArray();
        for (List<DelayReason> reasons : levelled.reasons().values()) {
            for (DelayReason reason : reasons) {
                reason(json, reason);
            }
        }
        json.endArray();
        json.name("overallocations").beginArray();
        for (Overallocation left : levelled.overallocations()) {
            json.beginRow();
            json.name("resource").value(left.resource());
            json.name("from").value(Cells.instant(left.from()));
            json.name("to").value(Cells.instant(left.to()));
            json.name("demand").literal(units(left.demand()));
            json.name("capacity").literal(units(left.capacity()));
            json.name("excess_min").literal(Cells.minutes(left.excess()));
            texts(json, "activities", left.activities());
            json.endObject();
        }
        json.endArray();
    }

    private static void reason(JsonWriter json, DelayReason reason) throws IOException {
        json.beginRow();
        json.name("activity").value(reason.activity());
        json.name("kind").value(reason.kind().name().toLowerCase(Locale.ROOT));
        json.name("delay_min").literal(Cells.minutes(reason.delay()));
        json.name("from").value(Cells.instant(reason.logicStart()));
        json.name("to").value(Cells.instant(reason.start()));
        LocalDateTime at = reason.at();
        String resource = reason.resource();
        text(json, "resource", resource);
        json.name("wanted").literal(units(reason.wanted()));
        json.name("capacity").literal(units(reason.capacity()));
        text(json, "at", at == null ? null : Cells.instant(at));
        json.name("held_by").beginArray();
        for (DelayReason.Holder holder : reason.holders()) {
            json.beginRow();
            json.name("project").value(holder.project());
            json.name("activity").value(holder.activity());
            json.name("units").literal(units(holder.units()));
            json.name("from").value(Cells.instant(holder.since()));
            json.name("to").value(Cells.instant(holder.until())).endObject();
        }
        json.endArray();
        json.name("sentence").value(reason.toString()).endObject();
    }

    private static void text(JsonWriter json, String name, @Nullable String text) throws IOException {
        json.name(name);
        if (text == null) {
            json.literal("null");
        } else {
            json.value(text);
        }
    }

    private static void texts(JsonWriter json, String name, List<String> texts) throws IOException {
        json.name(name).beginArray();
        for (String each : texts) {
            json.value(each);
        }
        json.endArray();
    }

    private static String units(double units) {
        BigDecimal rounded = BigDecimal.valueOf(units).setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
