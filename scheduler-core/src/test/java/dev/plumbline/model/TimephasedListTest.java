package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.TimephasedWork.Kind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TimephasedListTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);

    @Property(tries = 500)
    void holdsWhatItWasMadeOf(@ForAll Random random) {
        List<TimephasedWork> works = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            LocalDateTime from = MONDAY.plusSeconds(random.nextInt());
            works.add(new TimephasedWork(
                    Kind.values()[random.nextInt(3)],
                    from,
                    from.plusSeconds(random.nextInt()),
                    new WorkTime(random.nextInt() >> random.nextInt(32), WorkUnit.HOURS)));
        }

        List<TimephasedWork> packed = TimephasedList.of(works);

        assertThat(packed).isEqualTo(works).hasSameHashCodeAs(works);
        assertThat(TimephasedList.of(packed)).isSameAs(packed);
    }

    @Test
    void holdsWhatDoesNotFitAsItIs() {
        WorkTime hour = WorkTime.hours(1);
        List<TimephasedWork> far =
                List.of(work(MONDAY, hour), work(MONDAY.plusYears(200), hour), work(MONDAY.plusNanos(1), hour));
        List<TimephasedWork> large = List.of(work(MONDAY, hour.withTicks(1L << 40)), work(MONDAY, hour.withTicks(-1)));
        List<TimephasedWork> mixed = List.of(work(MONDAY, hour), work(MONDAY, WorkTime.days(1)));

        assertThat(TimephasedList.of(far)).isEqualTo(far);
        assertThat(TimephasedList.of(large)).isEqualTo(large);
        assertThat(TimephasedList.of(mixed)).isEqualTo(mixed);
    }

    @Test
    void canNotBeChanged() {
        List<TimephasedWork> packed = TimephasedList.of(List.of(work(MONDAY, WorkTime.hours(8))));

        assertThatThrownBy(() -> packed.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> packed.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static TimephasedWork work(LocalDateTime from, WorkTime work) {
        return new TimephasedWork(Kind.REMAINING, from, from.plusHours(8), work);
    }
}
