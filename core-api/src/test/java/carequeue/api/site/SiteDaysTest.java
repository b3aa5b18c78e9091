package carequeue.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.site.Site.OpeningHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business days and opening hours in several zones, over both nights on which the clocks change. */
class SiteDaysTest {

    private static final List<String> ZONES = List.of("America/New_York", "Europe/Madrid", "Australia/Lord_Howe");

    private static Site site(String zone, String dayStart, OpeningHours hours) {
        return new Site(
                "s", "S", ZoneId.of(zone), LocalTime.parse(dayStart), hours, List.of(), List.of(), Policies.DEFAULT);
    }

    private static OpeningHours hours(String opens, String closes, DayOfWeek... closed) {
        return new OpeningHours(LocalTime.parse(opens), LocalTime.parse(closes), List.of(closed));
    }

    @ParameterizedTest
    @CsvSource({
        // New York: an ordinary night, the short one and the long one; 03:00 begins the day.
        "America/New_York, 03:00, 2026-11-23T07:59:59Z, 2026-11-22",
        "America/New_York, 03:00, 2026-11-23T08:00:00Z, 2026-11-23",
        "America/New_York, 03:00, 2026-03-08T06:59:59Z, 2026-03-07",
        "America/New_York, 03:00, 2026-03-08T07:00:00Z, 2026-03-08",
        "America/New_York, 03:00, 2026-11-01T06:30:00Z, 2026-10-31",
        "America/New_York, 03:00, 2026-11-01T08:00:00Z, 2026-11-01",
        // A start that the short night leaves out is the moment of the jump; one that comes twice counts the first
        // time.
        "America/New_York, 02:30, 2026-03-08T07:00:00Z, 2026-03-08",
        "America/New_York, 01:30, 2026-11-01T05:30:00Z, 2026-11-01",
        "America/New_York, 01:30, 2026-11-01T06:10:00Z, 2026-11-01",
        "Europe/Madrid, 03:00, 2026-03-29T00:59:59Z, 2026-03-28",
        "Europe/Madrid, 03:00, 2026-03-29T01:00:00Z, 2026-03-29",
        "Europe/Madrid, 03:00, 2026-10-25T01:59:59Z, 2026-10-24",
        "Europe/Madrid, 03:00, 2026-10-25T02:00:00Z, 2026-10-25",
        "Australia/Lord_Howe, 03:00, 2026-10-03T15:59:59Z, 2026-10-03",
        "Australia/Lord_Howe, 03:00, 2026-10-03T16:00:00Z, 2026-10-04"
    })
    void anInstantBelongsToABusinessDay(String zone, String dayStart, Instant at, LocalDate day) {
        assertThat(site(zone, dayStart, hours("00:00", "00:00")).businessDay(at))
                .isEqualTo(day);
    }

    @Property
    void everyInstantLiesBetweenTheStartsOfItsDayAndTheNext(
            @ForAll @IntRange(max = 2) int zone,
            @ForAll @IntRange(max = 95) int quarter,
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_000_000L) long second) {
        Site site = site(
                ZONES.get(zone), LocalTime.MIDNIGHT.plusMinutes(15L * quarter).toString(), hours("00:00", "00:00"));
        Instant at = Instant.ofEpochSecond(second);
        LocalDate day = site.businessDay(at);
        assertThat(site.startOf(day)).isBeforeOrEqualTo(at);
        assertThat(site.startOf(day.plusDays(1))).isAfter(at);
    }

    @Property
    void theNextOpeningIsOpenAndNothingBeforeItIs(
            @ForAll @IntRange(max = 2) int zone,
            @ForAll @IntRange(max = 95) int opens,
            @ForAll @IntRange(max = 95) int closes,
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_000_000L) long second) {
        OpeningHours hours = new OpeningHours(
                LocalTime.MIDNIGHT.plusMinutes(15L * opens),
                LocalTime.MIDNIGHT.plusMinutes(15L * closes),
                List.of(DayOfWeek.SUNDAY));
        Site site = site(ZONES.get(zone), "03:00", hours);
        Instant at = Instant.ofEpochSecond(second);
        if (!site.open(at)) {
            Instant next = site.nextOpening(at);
            assertThat(next).isAfter(at);
            for (Instant t = at; t.isBefore(next); t = t.plusSeconds(900)) {
                assertThat(site.open(t)).as(t + " before " + next).isFalse();
            }
        }
    }

    @Test
    void hoursOverMidnightBelongToTheDayTheyBeginOn() {
        Site nights = site("America/New_York", "03:00", hours("18:00", "02:00", DayOfWeek.SUNDAY));
        // Saturday 21 November 2026, 23:50, and ten minutes past midnight of Sunday.
        assertThat(nights.open(Instant.parse("2026-11-22T04:50:00Z"))).isTrue();
        assertThat(nights.open(Instant.parse("2026-11-22T05:10:00Z"))).isTrue();
        assertThat(nights.open(Instant.parse("2026-11-22T23:30:00Z"))).isFalse();
        assertThat(nights.nextOpening(Instant.parse("2026-11-22T23:30:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
    }

    @Test
    void anOpeningThatTheShortNightLeavesOutIsTheMomentOfTheJump() {
        Site early = site("America/New_York", "00:00", hours("02:30", "10:00"));
        assertThat(early.nextOpening(Instant.parse("2026-03-08T06:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
        assertThat(early.open(Instant.parse("2026-03-08T07:00:00Z"))).isTrue();
    }
}
