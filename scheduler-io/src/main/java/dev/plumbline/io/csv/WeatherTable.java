package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code NAME.weather.csv}: working days of a calendar that are lost in a month. */
final class WeatherTable extends RiskTable {

    private static final int ABBREVIATED = 3;

    WeatherTable(RiskDraft draft) {
        super(draft, "weather", List.of("calendar", "months", "days lost"), 3);
    }

    @Override
    void read(Row row) throws CellProblem {
        Cell calendar = row.cell("calendar");
        Cell months = row.cell("months");
        Cell lost = row.cell("days lost");
        String id = calendar(calendar.text().strip());
        attempt(row.place("months"), () -> {
            List<Month> all = new ArrayList<>();
            for (String name : ActivityNames.names(months)) {
                all.add(month(name));
            }
            attempt(row.place("days lost"), () -> {
                Distribution days = RangeText.parse(lost, RangeText.Values.NUMBERS);
                for (Month month : all) {
                    draft().add(lost, a -> a.weather(id, month, days));
                }
            });
        });
    }

    private String calendar(String name) throws CellProblem {
        return draft().project().calendars().stream()
                .filter(c -> c.id().equals(name) || c.name().equals(name))
                .map(WorkCalendar::id)
                .findFirst()
                .orElseThrow(() -> new CellProblem(
                        "RISK_CALENDAR", "there is no calendar " + Problem.quote(name), "name it as in the plan"));
    }

    private static Month month(String text) throws CellProblem {
        String plain = text.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            boolean named = month.name().equals(plain)
                    || month.name().substring(0, ABBREVIATED).equals(plain)
                    || Integer.toString(month.getValue()).equals(plain);
            if (named) {
                return month;
            }
        }
        throw new CellProblem("RISK_MONTH", Problem.quote(text) + " is no month", "write it like Nov, November or 11");
    }
}
