package dev.plumbline.cli;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Explanation;
import dev.plumbline.cpm.Step;
import dev.plumbline.cpm.WhyNotCritical;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for the dates of one activity, as sentences and as data.
 *
 * @param times the activity with its dates
 * @param late whether the late finish is explained, not the start
 * @param chain the steps that lead to the date
 * @param slack why the activity is critical or not
 */
record ExplanationReport(ActivityTimes times, boolean late, Explanation chain, WhyNotCritical slack) {

    private static final String INDENT = "  ";

    void text(Writer out) throws IOException {
        Activity activity = times.activity();
        String date = TextTable.minute(chain.date());
        String what = late ? "must finish by" : "starts";
        out.write(TextTable.visible("Why row %s '%s' %s %s:".formatted(activity.row(), activity.name(), what, date)));
        out.write('\n');
        for (Step step : chain.steps()) {
            line(out, step.sentence());
        }
        out.write(slack.critical() ? "\nWhy it is critical:\n" : "\nWhy it is not critical:\n");
        for (String sentence : slack.sentences()) {
            line(out, sentence);
        }
        out.flush();
    }

    private static void line(Writer out, String sentence) throws IOException {
        out.write(INDENT + TextTable.visible(sentence) + "\n");
    }

    void csv(Writer out) throws IOException {
        Cells.row(
                out,
                "kind",
                "activity",
                "relationship",
                "constraint",
                "calendar",
                "amount_min",
                "from",
                "to",
                "sentence");
        for (Step step : chain.steps()) {
            Relationship relationship = step.relationship();
            Constraint constraint = step.constraint();
            Cells.row(
                    out,
                    lower(step.kind()),
                    Cells.text(step.activity()),
                    relationship == null ? "" : Cells.text(relationship.toString()),
                    constraint == null ? "" : lower(constraint.type()),
                    Cells.text(step.calendar()),
                    Cells.minutes(step.amount()),
                    Cells.instant(step.from()),
                    Cells.instant(step.to()),
                    Cells.text(step.sentence()));
        }
        out.flush();
    }

    void json(Writer out, List<Problem> findings) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().name("version").value(1);
        activity(json);
        json.name("explains").value(late ? "late_finish" : "start");
        json.name("date").value(Cells.instant(chain.date()));
        json.name("steps").beginArray();
        for (Step step : chain.steps()) {
            step(json, step);
        }
        json.endArray();
        slack(json);
        FindingReport.json(json, findings);
        json.endObject().finish();
    }

    private void activity(JsonWriter json) throws IOException {
        Activity activity = times.activity();
        json.name("activity").beginRow();
        json.name("uid").value(activity.id());
        json.name("id").value(activity.row());
        json.name("name").value(activity.name());
        json.name("start").value(Cells.instant(times.start()));
        json.name("finish").value(Cells.instant(times.finish()));
        json.name("late_start").value(Cells.instant(times.lateStart()));
        json.name("late_finish").value(Cells.instant(times.lateFinish()));
        json.name("total_slack_min").literal(Cells.minutes(times.totalFloat()));
        json.name("critical").literal(Cells.flag(times.critical())).endObject();
    }

    private static void step(JsonWriter json, Step step) throws IOException {
        json.beginRow().name("kind").value(lower(step.kind()));
        json.name("activity").value(step.activity());
        relationship(json, step.relationship());
        Constraint constraint = step.constraint();
        if (constraint != null) {
            json.name("constraint").beginObject().name("type").value(lower(constraint.type()));
            LocalDateTime date = constraint.date();
            if (date != null) {
                json.name("date").value(Cells.instant(date));
            }
            json.endObject();
        }
        json.name("calendar").value(step.calendar());
        json.name("amount_min").literal(Cells.minutes(step.amount()));
        json.name("from").value(Cells.instant(step.from()));
        json.name("to").value(Cells.instant(step.to()));
        json.name("sentence").value(step.sentence()).endObject();
    }

    private static void relationship(JsonWriter json, @Nullable Relationship relationship) throws IOException {
        if (relationship != null) {
            json.name("relationship").beginObject();
            json.name("predecessor").value(relationship.predecessor());
            json.name("successor").value(relationship.successor());
            json.name("type").value(relationship.type().name());
            json.name("lag").value(relationship.lag().toString()).endObject();
        }
    }

    private void slack(JsonWriter json) throws IOException {
        json.name("slack").beginObject().name("limit_min").literal(Cells.minutes(slack.limit()));
        json.name("gaps").beginArray();
        for (WhyNotCritical.Gap gap : slack.gaps()) {
            json.beginRow().name("activity").value(gap.predecessor());
            relationship(json, gap.relationship().orElse(null));
            json.name("gap_min").literal(Cells.minutes(gap.gap())).endObject();
        }
        json.endArray();
        json.name("sentences").beginArray();
        for (String sentence : slack.sentences()) {
            json.value(sentence);
        }
        json.endArray().endObject();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
