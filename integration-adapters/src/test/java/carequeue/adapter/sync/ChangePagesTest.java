package carequeue.adapter.sync;

import static carequeue.adapter.sync.FhirDouble.appointment;
import static carequeue.adapter.sync.FhirDouble.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.resilience.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a search are followed as the EHR names them, and never out of its own address. */
class ChangePagesTest extends FollowedEhr {

    @ParameterizedTest
    @ValueSource(strings = {"%s?page=2", "%s/Appointment?page=2", "Appointment?page=2", "?page=2", "/fhir?page=2"})
    void theNextPageIsTakenAsItIsNamed(String next) {
        ehr.says("/fhir/Appointment?", bundle(next.formatted(ehr.base()), appointment("a", 1, T1)));
        ehr.says("/fhir?page=2", bundle(null, appointment("b", 1, T2)));
        ehr.says("/fhir/Appointment?page=2", bundle(null, appointment("b", 1, T2)));
        run();
        assertThat(appointments()).containsExactly("a/1", "b/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:1/fhir?page=2",
                "https://localhost/fhir?page=2",
                "/other?page=2",
                "../admin",
                "file:///etc/passwd",
                "//evil.example/fhir",
                "/fhir/%2e%2e/admin",
                "http://[",
                "/fhirx"
            })
    void anAddressOutsideTheEhrsOwnIsNeverAsked(String next) {
        ehr.says("/fhir/Appointment?", bundle(next, appointment("a", 1, T1)));
        int before = ehr.asked.size();
        run();
        assertThat(problems()).singleElement().asString().startsWith("Appointment: ehr names a next page");
        assertThat(ehr.asked.subList(before, ehr.asked.size())).allMatch(asked -> asked.startsWith("/fhir/"));
        assertThat(appointments()).containsExactly("a/1");
    }

    @Test
    void aPageThatNamesItselfEnds() {
        ehr.says("/fhir/Appointment?", bundle("?page=2", appointment("a", 1, T1)));
        ehr.says("/fhir/Appointment?page=2", bundle("?page=2", appointment("b", 1, T1)));
        assertThatThrownBy(this::run).isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        try (FhirDouble elsewhere = new FhirDouble()) {
            ehr.redirects("/fhir/Appointment?", elsewhere.base() + "/Appointment?page=1");
            run();
            assertThat(elsewhere.asked).isEmpty();
            assertThat(problems()).containsExactly("Appointment: ehr answered 302");
        }
    }

    @Test
    void aResourceThatNobodyKnowsStopsNothing() {
        ehr.says(
                "/fhir/Appointment?",
                bundle(
                        null,
                        appointment("a", 1, T1),
                        "{\"resourceType\":\"Phantom\",\"id\":\"x\"}",
                        appointment("b", 1, T2)));
        run();
        assertThat(appointments()).containsExactly("a/1", "b/1");
    }
}
