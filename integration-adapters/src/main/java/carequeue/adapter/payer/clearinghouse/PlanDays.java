package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.x12.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** From when until when a plan runs, by the DTP segments of the patient's loop. */
final class PlanDays {

    private final List<Segment> segments;

    PlanDays(List<Segment> segments) {
        this.segments = segments;
    }

    /** By plan begin, eligibility begin, else the beginning of a period. */
    LocalDate from() {
        return first(segment -> segment.date(3), List.of(days("346"), days("356"), period()));
    }

    /** By plan end, eligibility end, else the end of a period; a single day of 291 or 307 ends nothing. */
    LocalDate until() {
        return first(segment -> segment.lastDate(3), List.of(days("347"), days("357"), period()));
    }

    private Stream<Segment> days(String qualifier) {
        return segments.stream().filter(segment -> segment.is("DTP", qualifier));
    }

    private Stream<Segment> period() {
        return segments.stream()
                .filter(segment ->
                        segment.is("DTP", "291", "307") && segment.text(2).equals("RD8"));
    }

    private static LocalDate first(Function<Segment, LocalDate> day, List<Stream<Segment>> places) {
        return places.stream().flatMap(place -> place).findFirst().map(day).orElse(null);
    }
}
