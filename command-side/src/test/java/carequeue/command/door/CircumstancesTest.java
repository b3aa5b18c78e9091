package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Actor;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is typed in afterwards, and for whom: by staff, with a reason, about what has happened not long ago. */
class CircumstancesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Actor FRAN = new Actor("fran", Set.of("front-desk"), Set.of("main"), null);

    private static Asked asked(Actor actor, String at, String why, String behalf) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/check-ins");
        header(request, "Occurred-At", at);
        header(request, "Occurred-Reason", why);
        header(request, "On-Behalf-Of", behalf);
        return Asked.of(actor, request);
    }

    private static void header(MockHttpServletRequest request, String name, String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }

    @Test
    void anOrderSaysWhenItHappenedWhyItIsLateAndForWhom() {
        Asked asked = asked(FRAN, "2026-11-23T15:00:00Z", "sin%20conexi%C3%B3n", "dr-lee");
        assertThat(asked.facts(null, null))
                .containsEntry(Facts.OCCURRED_AT, "2026-11-23T15:00:00Z")
                .containsEntry(Facts.REASON, "typed in afterwards: sin conexi\u00f3n")
                .containsEntry(Facts.ON_BEHALF_OF, "dr-lee");
        assertThat(asked.through(asked.channel(), "no time").part("x").facts(null, null))
                .containsEntry(Facts.REASON, "no time (typed in afterwards: sin conexi\u00f3n)")
                .containsEntry(Facts.OCCURRED_AT, "2026-11-23T15:00:00Z");
        assertThat(asked.at(NOON)).isEqualTo("2026-11-23T15:00:00Z");
    }

    @Test
    void whoeverSaysNothingActsNowAndForThemselves() {
        Asked asked = asked(FRAN, null, null, null);
        assertThat(asked.facts(null, null)).doesNotContainKeys(Facts.OCCURRED_AT, Facts.REASON, Facts.ON_BEHALF_OF);
        assertThat(asked.at(NOON)).isEqualTo(NOON);
        assertThat(asked.onBehalfOf("p7").facts(null, null)).containsEntry(Facts.ON_BEHALF_OF, "p7");
        assertThat(asked(FRAN, null, null, "dr-lee").onBehalfOf("p7").facts(null, null))
                .containsEntry(Facts.ON_BEHALF_OF, "dr-lee");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00:00Z,,",
        ",because,",
        "yesterday,because,",
        "2026-11-23T15:00:00Z,' ',",
        ",,Maria Garcia",
    })
    void whatIsHalfSaidIsRefused(String at, String why, String behalf) {
        assertThatThrownBy(() -> asked(FRAN, at, why, behalf)).isInstanceOf(Refused.BadField.class);
    }

    @Test
    void aKioskTypesNothingInAfterwards() {
        Actor kiosk = new Actor("k", Set.of("kiosk"), Set.of("main"), null);
        assertThatThrownBy(() -> asked(kiosk, "2026-11-23T15:00:00Z", "because", null))
                .isInstanceOf(Refused.NotAllowed.class);
        assertThatThrownBy(() -> asked(kiosk, null, null, "dr-lee")).isInstanceOf(Refused.NotAllowed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T17:02:00Z, not-yet",
        "2026-11-16T16:59:59Z, too-long-ago",
    })
    void whatHasNotHappenedYetOrLongAgoIsRefused(String at, String rule) {
        MetaData said = MetaData.with(Facts.OCCURRED_AT, at);
        assertThatThrownBy(() -> Moment.of(said, Clock.fixed(NOON, ZoneOffset.UTC)))
                .isInstanceOfSatisfying(
                        Refused.AgainstRule.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    @Test
    void aClockThatIsALittleAheadMeansNow() {
        Moment moment =
                Moment.of(MetaData.with(Facts.OCCURRED_AT, "2026-11-23T17:00:30Z"), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(moment.at()).isEqualTo(NOON);
        assertThat(moment.isTypedIn()).isTrue();
    }
}
