package carequeue.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.ArrivalPolicy.Late;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Early, late, on another day, at another site: what the door is told, and the way on that every refusal names. */
class AssessmentTest {

    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final MetaData REASON = MetaData.with(Facts.REASON, "bus was late");

    private static Site site(String zone) {
        return new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of(zone),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
    }

    private static Arrival assess(Instant start, Channel channel, Late late, MetaData said) {
        return assess("main", start, channel, late, said, NOON, site("America/New_York"));
    }

    private static Arrival assess(
            String at, Instant start, Channel channel, Late late, MetaData said, Instant now, Site site) {
        ArrivalPolicy policy =
                new ArrivalPolicy("arrival-window", 2, Duration.ofMinutes(30), Duration.ofMinutes(15), late);
        Slot slot = new Slot("main", "lab", "dr-lee", "p1", start, start.plusSeconds(1200));
        AssessArrival asked = new AssessArrival("a1", at, channel, policy);
        return new Assessment(slot, AppointmentStatus.BOOKED, asked, site, new Moment(now, said)).arrival();
    }

    private static Instant minutesAgo(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    private static void refused(String rule, String wayOn, Runnable asking) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        Refused.AgainstRule.class, r -> assertThat(r.rule()).isEqualTo(rule))
                .hasMessageContaining(wayOn);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "KIOSK", "PHONE"})
    void whoIsTooEarlyIsNotedAndPlacedWhenTheWindowOpens(Channel channel) {
        Instant start = NOON.plus(Duration.ofHours(2));
        Arrival arrival = assess(start, channel, Late.TO_THE_DESK, MetaData.emptyInstance());
        assertThat(arrival.notBefore()).isEqualTo(start.minus(Duration.ofMinutes(30)));
        assertThat(arrival.slot()).isEqualTo(start);
        Arrival now = assess(start, Channel.DESK, Late.TO_THE_DESK, REASON);
        assertThat(now.notBefore()).isNull();
        assertThat(now.slot()).isEqualTo(start);
    }

    @Test
    void whoIsTooLateGoesByThePolicy() {
        Instant start = minutesAgo(16);
        refused(
                "arrival-window",
                "the desk can do it at another time, with a reason",
                () -> assess(start, Channel.KIOSK, Late.TO_THE_DESK, REASON));
        Arrival walkIn = assess(start, Channel.KIOSK, Late.AS_WALK_IN, MetaData.emptyInstance());
        assertThat(walkIn.slot()).isNull();
        assertThat(walkIn.onTime()).isFalse();
        Arrival next = assess(start, Channel.KIOSK, Late.NEXT_FREE_PLACE, MetaData.emptyInstance());
        assertThat(next.slot()).isEqualTo(NOON);
        assertThat(next.onTime()).isFalse();
        assertThat(assess(start, Channel.DESK, Late.TO_THE_DESK, REASON).slot()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-24 * 60, 24 * 60})
    void onAnotherDayOnlyTheDeskTakesThePatientAndMovesIt(int minutesAfterStart) {
        Instant start = minutesAgo(minutesAfterStart);
        for (Late late : Late.values()) {
            refused("wrong-day", "move it to now", () -> assess(start, Channel.KIOSK, late, REASON));
            refused("wrong-day", "book another one", () -> assess(start, Channel.DESK, late, MetaData.emptyInstance()));
        }
        Arrival moved = assess(start, Channel.DESK, Late.TO_THE_DESK, REASON);
        assertThat(moved.otherDay()).isTrue();
        assertThat(moved.end()).isEqualTo(start.plusSeconds(1200));
    }

    @Test
    void atAnotherSiteOnlyADeskThatMayEnterBothTakesThePatient() {
        MetaData both = REASON.and(Facts.SITES, "main north");
        MetaData here = REASON.and(Facts.SITES, "north");
        Site main = site("America/New_York");
        for (Channel channel : List.of(Channel.KIOSK, Channel.PHONE)) {
            refused(
                    "wrong-site",
                    "Main Street Clinic",
                    () -> assess("north", NOON, channel, Late.AS_WALK_IN, both, NOON, main));
        }
        refused(
                "wrong-site",
                "book it here instead",
                () -> assess("north", NOON, Channel.DESK, Late.AS_WALK_IN, here, NOON, main));
        assertThat(assess("north", NOON, Channel.DESK, Late.AS_WALK_IN, both, NOON, main)
                        .siteId())
                .isEqualTo("main");
    }

    /** The window of an appointment shortly after the business day begins reaches back into the day before. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/London", "Asia/Kathmandu"})
    void theWindowGoesBeforeTheDay(String zone) {
        Site site = site(zone);
        Instant start = site.startOf(LocalDate.of(2026, 11, 24)).plusSeconds(600);
        Instant justBefore = start.minusSeconds(1200);
        Arrival arrival =
                assess("main", start, Channel.KIOSK, Late.TO_THE_DESK, MetaData.emptyInstance(), justBefore, site);
        assertThat(arrival.notBefore()).isNull();
        assertThat(arrival.slot()).isEqualTo(start);
    }
}
