package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields of tasks that hold three-point estimates. A duration field has its own unit; a number counts working days.
 *
 * @param ids the fields of the optimistic, most likely and pessimistic values; empty if there are none
 */
record EstimateFields(List<Integer> ids) {

    /** No fields: a file has no place for estimates, or nobody said which. */
    static final EstimateFields NONE = new EstimateFields(List.of());

    /** The aliases by which fields are known without being named, and the one that is written. */
    private static final List<Set<String>> ALIASES = List.of(
            Set.of("optimistic", "optimistic duration"),
            Set.of("most likely", "most likely duration", "expected duration"),
            Set.of("pessimistic", "pessimistic duration"));

    static final List<String> TITLES = List.of("Optimistic", "Most Likely", "Pessimistic");

    private static final int DECIMALS = 8;

    EstimateFields {
        ids = List.copyOf(ids);
    }

    boolean isNone() {
        return ids.isEmpty();
    }

    /** Returns the fields that are named, else those whose aliases say what they are. */
    static EstimateFields of(@Nullable List<String> named, Map<Integer, String> aliases, ProblemLog log) {
        return named == null ? byAlias(aliases) : named(named, aliases, log);
    }

    private static EstimateFields byAlias(Map<Integer, String> aliases) {
        Integer[] found = new Integer[ALIASES.size()];
        aliases.forEach((id, alias) -> {
            String plain = alias.toLowerCase(Locale.ROOT);
            for (int i = 0; i < found.length; i++) {
                if (found[i] == null
                        && CustomFields.name(id) != null
                        && ALIASES.get(i).contains(plain)) {
                    found[i] = id;
                }
            }
        });
        boolean all = found[0] != null && found[1] != null && found[2] != null;
        return all ? new EstimateFields(List.of(found)) : NONE;
    }

    private static EstimateFields named(List<String> names, Map<Integer, String> aliases, ProblemLog log) {
        List<Integer> ids = names.stream().map(name -> id(name, aliases)).toList();
        for (int i = 0; i < ids.size(); i++) {
            if (CustomFields.name(ids.get(i)) == null) {
                log.add(Problem.error(
                        "MSPDI_FIELD",
                        ids.get(i) < 0
                                ? "there is no custom field %s".formatted(Problem.quote(names.get(i)))
                                : "custom field %s holds no amount".formatted(Problem.quote(names.get(i))),
                        "name Duration1 to Duration10, Number1 to Number20 or an alias of one of them"));
            }
        }
        return log.hasErrors() ? NONE : new EstimateFields(ids);
    }

    private static int id(String name, Map<Integer, String> aliases) {
        for (Map.Entry<Integer, String> alias : aliases.entrySet()) {
            if (!alias.getValue().isEmpty() && alias.getValue().equalsIgnoreCase(name.strip())) {
                return alias.getKey();
            }
        }
        return CustomFields.id(name);
    }

    /** Returns the activity with its estimate; a task whose fields make none is reported. */
    Activity addTo(Activity activity, TaskDraft task, Kept kept, UnitConversion conversion, ProblemLog log) {
        if (isNone() || kept.isEmpty()) {
            return activity;
        }
        WorkTime[] values = values(kept, conversion);
        String complaint = complaint(values);
        if (!complaint.isEmpty()) {
            log.add(Problem.warning(
                            "MSPDI_ESTIMATE",
                            "task %s %s".formatted(task.uid, complaint),
                            "it is read without estimate; the fields are kept")
                    .at(Spot.location(task.spot)));
        }
        Estimate estimate = estimate(values);
        return estimate == null ? activity : activity.with(a -> a.estimate(estimate));
    }

    private WorkTime[] values(Kept kept, UnitConversion conversion) {
        WorkTime[] values = new WorkTime[ids.size()];
        for (String piece : kept.texts()) {
            int field = Kept.nameOf(piece).equals("ExtendedAttribute") ? ids.indexOf(CustomFields.fieldId(piece)) : -1;
            if (field >= 0) {
                values[field] = value(piece, CustomFields.isNumber(ids.get(field)), conversion);
            }
        }
        return values;
    }

    private static @Nullable WorkTime value(String piece, boolean number, UnitConversion conversion) {
        String text = CustomFields.inner(piece, "Value");
        if (text == null || text.length() > 64) {
            return null;
        }
        if (number) {
            return text.matches("[0-9]{1,9}([.][0-9]{1,12})?")
                    ? inRange(WorkTime.of(new BigDecimal(text), WorkUnit.DAYS, conversion))
                    : null;
        }
        String format = CustomFields.inner(piece, "DurationFormat");
        boolean code = format != null && format.matches("[0-9]{1,2}");
        long ticks = DurationText.ticks(text);
        return ticks < 0
                ? null
                : inRange(new WorkTime(ticks, Codes.unit(code ? Integer.parseInt(format) : Codes.DAYS)));
    }

    private static @Nullable WorkTime inRange(WorkTime time) {
        return time.ticks() <= Held.MOST_TICKS ? time : null;
    }

    private String complaint(@Nullable WorkTime[] values) {
        StringBuilder missing = new StringBuilder();
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                missing.append(missing.isEmpty() ? "" : " and ").append(CustomFields.name(ids.get(i)));
                count++;
            }
        }
        if (count == values.length) {
            return "";
        }
        if (count > 0) {
            return "has no amount in " + missing + " of its estimate";
        }
        return isZero(values) || estimate(values) != null
                ? ""
                : "has an estimate that doesn't rise, or mixes working and elapsed time: %s, %s, %s"
                        .formatted(values[0], values[1], values[2]);
    }

    private static boolean isZero(@Nullable WorkTime[] values) {
        for (WorkTime value : values) {
            if (value == null || !value.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** All zero is what an empty field looks like. */
    private static @Nullable Estimate estimate(@Nullable WorkTime[] values) {
        WorkTime optimistic = values[0];
        WorkTime mostLikely = values[1];
        WorkTime pessimistic = values[2];
        if (optimistic == null || mostLikely == null || pessimistic == null || isZero(values)) {
            return null;
        }
        boolean rises = optimistic.compareTo(mostLikely) <= 0 && mostLikely.compareTo(pessimistic) <= 0;
        boolean alike =
                optimistic.isElapsed() == mostLikely.isElapsed() && mostLikely.isElapsed() == pessimistic.isElapsed();
        return rises && alike ? new Estimate(optimistic, mostLikely, pessimistic) : null;
    }

    /** Returns what was kept of a task, with the fields of its estimate if that has changed. */
    Kept withEstimate(Activity activity, Kept kept, UnitConversion conversion) {
        if (isNone()) {
            return kept;
        }
        Estimate now = activity.estimate();
        if (java.util.Objects.equals(now, estimate(values(kept, conversion)))) {
            return kept;
        }
        KeptStore store = new KeptStore();
        for (String piece : kept.texts()) {
            if (!ids.contains(CustomFields.fieldId(piece))) {
                add(store, piece);
            }
        }
        if (now != null) {
            add(store, piece(0, now.optimistic(), conversion));
            add(store, piece(1, now.mostLikely(), conversion));
            add(store, piece(2, now.pessimistic(), conversion));
        }
        return new Kept(store, 0, store.size());
    }

    private String piece(int field, WorkTime value, UnitConversion conversion) {
        int id = ids.get(field);
        String text = CustomFields.isNumber(id)
                ? Texts.number(BigDecimal.valueOf(value.ticks())
                        .divide(BigDecimal.valueOf(WorkUnit.DAYS.ticks(conversion)), DECIMALS, RoundingMode.HALF_UP))
                : DurationText.of(value.ticks());
        String format =
                CustomFields.isNumber(id) ? "" : "<DurationFormat>" + Codes.format(value.unit()) + "</DurationFormat>";
        return "<ExtendedAttribute><FieldID>" + id + "</FieldID><Value>" + text + "</Value>" + format
                + "</ExtendedAttribute>";
    }

    private static void add(KeptStore store, String piece) {
        store.markup(piece);
        store.endPiece();
    }

    /** Returns the first three duration fields in a row that are not in use, for a plan that has estimates to write. */
    static EstimateFields free(Set<Integer> used) {
        for (int first = 1; first <= 8; first++) {
            List<Integer> ids = List.of(
                    CustomFields.id("Duration" + first),
                    CustomFields.id("Duration" + (first + 1)),
                    CustomFields.id("Duration" + (first + 2)));
            if (ids.stream().noneMatch(used::contains)) {
                return new EstimateFields(ids);
            }
        }
        return NONE;
    }

    /** Returns what was kept of the project, with definitions of these fields by which reading knows them. */
    Kept withDefinitions(Kept project) {
        if (isNone()) {
            return project;
        }
        StringBuilder definitions = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            definitions
                    .append("<ExtendedAttribute><FieldID>")
                    .append(ids.get(i))
                    .append("</FieldID><FieldName>")
                    .append(CustomFields.name(ids.get(i)))
                    .append("</FieldName><Alias>")
                    .append(TITLES.get(i))
                    .append("</Alias></ExtendedAttribute>");
        }
        KeptStore store = new KeptStore();
        boolean added = false;
        for (String piece : project.texts()) {
            boolean here = !added && Kept.nameOf(piece).equals("ExtendedAttributes");
            int end = piece.lastIndexOf("</");
            added |= here;
            add(
                    store,
                    !here
                            ? piece
                            : end < 0
                                    ? wrapped(definitions)
                                    : piece.substring(0, end) + definitions + piece.substring(end));
        }
        if (!added) {
            add(store, wrapped(definitions));
        }
        return new Kept(store, 0, store.size());
    }

    private static String wrapped(StringBuilder definitions) {
        return "<ExtendedAttributes>" + definitions + "</ExtendedAttributes>";
    }
}
