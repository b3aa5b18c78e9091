package carequeue.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Refused;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteEvent.PolicySet;
import carequeue.api.site.SiteEvent.ProviderAvailable;
import carequeue.api.site.SiteEvent.ProviderSignedOff;
import carequeue.api.site.SiteEvent.ProviderSignedOn;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import carequeue.api.site.SiteEvent.SiteSetUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A day that is looked at again is looked at under the set-up of that day. */
class SiteHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));

    private static SetUp named(String name) {
        return new SetUp(
                name,
                ZoneId.of("America/New_York"),
                null,
                new OpeningHours(LocalTime.of(8, 0), LocalTime.of(18, 0)),
                List.of(new Service("lab", "Laboratory", "L")),
                List.of(new ServicePoint("lab-1", "Lab 1", List.of("lab"), null)),
                List.of());
    }

    private static PolicySet grace(int version, int hours, Instant from) {
        ClosingPolicy policy = new ClosingPolicy("end-of-day", version, Duration.ofHours(hours));
        return new PolicySet("main", "closing", version, Policies.only(policy), from, MONDAY);
    }

    private static SiteHistory after(SiteEvent... more) {
        SiteHistory history = SiteHistory.on(null, new SiteSetUp("main", 1, named("Old"), MONDAY, MONDAY));
        return Stream.of(more).reduce(history, SiteHistory::on, (a, b) -> b);
    }

    @Test
    void aSetUpHoldsFromItsInstantOn() {
        SiteHistory history = after(new SiteSetUp("main", 2, named("New"), FRIDAY, MONDAY));

        assertThat(history.at(FRIDAY.minusMillis(1)).name()).isEqualTo("Old");
        assertThat(history.at(FRIDAY).name()).isEqualTo("New");
        assertThat(history.at(MONDAY.minusSeconds(9)).name()).isEqualTo("Old");
        assertThat(history.lastVersion()).isEqualTo(2);
    }

    @Test
    void ofTwoThatHoldFromOneInstantTheNewerOneDoes() {
        SiteEvent second = new SiteSetUp("main", 2, named("Second"), FRIDAY, MONDAY);
        SiteEvent third = new SiteSetUp("main", 3, named("Third"), FRIDAY, MONDAY);

        assertThat(after(second, third).at(FRIDAY).name()).isEqualTo("Third");
        assertThat(after(third, second).at(FRIDAY).name()).isEqualTo("Third");
        assertThat(after(grace(2, 9, FRIDAY), grace(1, 4, FRIDAY))
                        .policies(FRIDAY)
                        .closing()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void whatIsPlannedStaysPlannedWhenSomethingElseHoldsBefore() {
        SiteHistory history = after(grace(1, 4, MONDAY), grace(2, 9, FRIDAY), grace(3, 1, TUESDAY));

        assertThat(history.policies(MONDAY).closing().version()).isEqualTo(1);
        assertThat(history.policies(TUESDAY).closing().version()).isEqualTo(3);
        assertThat(history.policies(FRIDAY).closing().version()).isEqualTo(2);
    }

    @Test
    void whoIsSignedOnOrAwayIsKnown() {
        ProviderSignedOn on = new ProviderSignedOn("main", "lab-1", "dr-lee", MONDAY);
        ProviderUnavailable away = new ProviderUnavailable("main", "dr-lee", MONDAY, TUESDAY, "ill", MONDAY);

        assertThat(after(on).at(MONDAY).servicePoint("lab-1").orElseThrow().providerId())
                .isEqualTo("dr-lee");
        assertThat(after(on, new ProviderSignedOff("main", "lab-1", "dr-lee", MONDAY))
                        .at(MONDAY)
                        .servicePoint("lab-1")
                        .orElseThrow()
                        .providerId())
                .isNull();
        assertThat(after(away).at(MONDAY).away()).containsExactly("dr-lee");
        assertThat(after(away).at(TUESDAY).away()).isEmpty();
        assertThat(after(away, new ProviderAvailable("main", "dr-lee", MONDAY))
                        .at(MONDAY)
                        .away())
                .isEmpty();
    }

    @Test
    void sitesAnswerAsOfNowOrAnInstant() {
        SiteHistory history = after(new SiteSetUp("main", 2, named("New"), FRIDAY, MONDAY));
        Sites sites = new Sites(() -> Map.of("main", history), () -> {}, Clock.fixed(TUESDAY, ZoneOffset.UTC));

        assertThat(sites.get("main").name()).isEqualTo("Old");
        assertThat(sites.at("main", FRIDAY).name()).isEqualTo("New");
        assertThatThrownBy(() -> sites.get("nowhere")).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void everyFaultOfASetUpNamesItsField() {
        SetUp bad = new SetUp(
                " ",
                null,
                null,
                null,
                List.of(new Service("lab", "Lab", "L"), new Service("lab", "Lab", "L"), new Service("X y", "", "low")),
                List.of(new ServicePoint("p", "P", List.of("surgery"), null)),
                List.of(new Site.Provider("dr lee", "Lee")));

        assertThat(bad.faults())
                .extracting(Refused.BadField.Field::pointer)
                .containsExactly(
                        "/name",
                        "/timeZone",
                        "/services/1/serviceId",
                        "/services/1/prefix",
                        "/services/2/serviceId",
                        "/services/2/name",
                        "/services/2/prefix",
                        "/servicePoints/0/serviceIds",
                        "/providers/0/providerId");
        assertThat(named("Good").faults()).isEmpty();
    }

    @Test
    void aReasonAlarmsWhateverItsAccentsAndCapitals() {
        RedFlagPolicy policy = new RedFlagPolicy("red-flags", 1, List.of("chest pain", "corazón"));

        assertThat(policy.alarms("CHEST-PAIN since noon")).isTrue();
        assertThat(policy.alarms("me duele el corazon")).isTrue();
        assertThat(policy.alarms("chest painting class")).isFalse();
        assertThat(policy.alarms(null)).isFalse();
    }

    @Test
    void theFirstRowThatFitsDecidesAConflict() {
        assertThat(ConflictPolicy.DEFAULT.rule("appointment.start", "pms"))
                .isEqualTo(ConflictPolicy.Rule.LAST_WRITE_WINS);
        assertThat(ConflictPolicy.DEFAULT.rule("appointment.status", "pms")).isEqualTo(ConflictPolicy.Rule.BY_A_PERSON);
        assertThat(ConflictPolicy.DEFAULT.rule("claim.amount", "pms")).isEqualTo(ConflictPolicy.Rule.BY_A_PERSON);
    }

    @Test
    void aPolicyIsFoundByItsName() {
        assertThat(Policies.names()).contains("calling", "arrival", "patience", "closing", "red-flags", "conflicts");
        for (String name : Policies.names()) {
            Policy policy = Policies.DEFAULT.get(name);
            assertThat(policy.version()).isEqualTo(1);
            assertThat(Policies.only(policy).get(name)).isEqualTo(policy);
        }
    }
}
