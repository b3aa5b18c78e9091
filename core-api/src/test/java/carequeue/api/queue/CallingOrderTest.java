package carequeue.api.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CallingOrderTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final CallingOrder ORDER = new CallingOrder(CallingPolicy.DEFAULT);

    @Test
    void theMoreUrgentGoesFirst() {
        assertThat(called(walkIn("a", 4, 0), walkIn("b", 2, 10))).isEqualTo("b");
    }

    @Test
    void notTriagedCountsAsThree() {
        assertThat(called(walkIn("a", 4, 0), walkIn("b", null, 10))).isEqualTo("b");
        assertThat(called(walkIn("a", null, 0), walkIn("b", 3, 10))).isEqualTo("a");
    }

    @Test
    void aBookedPatientWhoseSlotHasComeGoesBeforeEarlierArrivals() {
        Candidate booked = booked("b", 20, 30);
        assertThat(ORDER.next(List.of(walkIn("a", null, 0), booked), null, minute(30)))
                .contains(booked);
    }

    @Test
    void beforeItsSlotABookedPatientWaitsByArrival() {
        assertThat(ORDER.next(List.of(walkIn("a", null, 0), booked("b", 20, 30)), null, minute(29)))
                .map(Candidate::entryId)
                .contains("a");
    }

    @Test
    void pastTheTargetWaitFourRisesToThreeAndFiveToFour() {
        List<Candidate> line = List.of(walkIn("a", 4, 0), walkIn("b", 3, 30));
        assertThat(ORDER.next(line, null, minute(59))).map(Candidate::entryId).contains("b");
        assertThat(ORDER.next(line, null, minute(61))).map(Candidate::entryId).contains("a");

        List<Candidate> fives = List.of(walkIn("a", 5, 0), walkIn("b", 3, 50));
        assertThat(ORDER.next(fives, null, minute(200))).map(Candidate::entryId).contains("b");
    }

    @Test
    void whoWasOvertakenAsOftenAsAllowedGoesFirst() {
        Candidate tired = new Candidate("a", null, minute(0), 1, null, null, 3);
        assertThat(ORDER.next(List.of(tired, booked("b", 20, 30)), null, minute(40)))
                .contains(tired);
    }

    @Test
    void aPointWithAProviderPassesOverThoseOfAnotherProvider() {
        Candidate bound = new Candidate("a", null, minute(0), 1, null, "dr-a", 0);
        Candidate free = walkIn("b", null, 5);
        assertThat(ORDER.next(List.of(bound, free), "dr-b", minute(10))).contains(free);
        assertThat(ORDER.overtakenBy(free, List.of(bound), "dr-b")).isEmpty();
        assertThat(ORDER.overtakenBy(free, List.of(bound), null)).containsExactly("a");
    }

    @Test
    void theOrderShownIsTheOrderOfTheCalls() {
        List<Candidate> line =
                List.of(walkIn("a", null, 0), booked("b", 20, 30), walkIn("c", 2, 25), walkIn("d", 5, 1));
        List<String> calls = new ArrayList<>();
        List<Candidate> rest = new ArrayList<>(line);
        while (!rest.isEmpty()) {
            Candidate next = ORDER.next(rest, null, minute(40)).orElseThrow();
            calls.add(next.entryId());
            rest.remove(next);
        }
        assertThat(ORDER.order(line, minute(40)).stream().map(Candidate::entryId))
                .containsExactlyElementsOf(calls);
    }

    @Property
    void nobodyIsOvertakenMoreOftenThanAllowed(@ForAll("lines") List<Candidate> line) {
        Map<String, Integer> overtaken = new HashMap<>();
        List<Candidate> waiting = new ArrayList<>();
        Instant now = NINE;
        List<Candidate> coming = new ArrayList<>(line);
        while (!coming.isEmpty() || !waiting.isEmpty()) {
            now = now.plus(Duration.ofMinutes(4));
            Instant until = now;
            coming.removeIf(c -> !c.arrivedAt().isAfter(until) && waiting.add(c));
            if (waiting.isEmpty()) {
                continue;
            }
            Candidate called = ORDER.next(waiting, null, now).orElseThrow();
            waiting.remove(called);
            ORDER.overtakenBy(called, waiting, null).forEach(id -> overtaken.merge(id, 1, Integer::sum));
            waiting.replaceAll(c -> withOvertaken(c, overtaken.getOrDefault(c.entryId(), 0)));
        }
        assertThat(overtaken.values()).allMatch(times -> times <= CallingPolicy.DEFAULT.overtakenAtMost());
    }

    @Property
    void everyoneIsInTheOrderOnce(@ForAll("lines") List<Candidate> line) {
        assertThat(ORDER.order(line, minute(60))).containsExactlyInAnyOrderElementsOf(line);
    }

    @Provide
    Arbitrary<List<Candidate>> lines() {
        Arbitrary<Integer> acuity = Arbitraries.integers().between(1, 5).injectNull(0.3);
        Arbitrary<Integer> arrival = Arbitraries.integers().between(0, 90);
        Arbitrary<Integer> slot = Arbitraries.integers().between(0, 30).injectNull(0.5);
        return Combinators.combine(acuity, arrival, slot)
                .as(Arrival::new)
                .list()
                .ofMaxSize(25)
                .map(arrivals -> {
                    List<Candidate> line = new ArrayList<>();
                    for (Arrival a : arrivals) {
                        Instant booked = a.slotAfter() == null ? null : minute(a.minute() + a.slotAfter() - 10);
                        line.add(new Candidate(
                                "e" + line.size(), a.acuity(), minute(a.minute()), line.size(), booked, null, 0));
                    }
                    return line;
                });
    }

    private record Arrival(Integer acuity, int minute, Integer slotAfter) {}

    private static String called(Candidate... line) {
        return ORDER.next(List.of(line), null, minute(20)).orElseThrow().entryId();
    }

    private static Candidate walkIn(String id, Integer acuity, int arrived) {
        return new Candidate(id, acuity, minute(arrived), arrived, null, null, 0);
    }

    private static Candidate booked(String id, int arrived, int slot) {
        return new Candidate(id, null, minute(arrived), arrived, minute(slot), null, 0);
    }

    private static Candidate withOvertaken(Candidate c, int times) {
        return new Candidate(c.entryId(), c.acuity(), c.arrivedAt(), c.number(), c.slot(), c.providerId(), times);
    }

    private static Instant minute(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
