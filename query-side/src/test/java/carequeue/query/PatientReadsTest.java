package carequeue.query;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Phi;
import carequeue.api.patient.KinEvent.PersonRelated;
import carequeue.api.patient.KinEvent.RelationEnded;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.RelatedPerson;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who acts for a patient, and which record goes on after a merge. */
class PatientReadsTest extends OneVisit {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static JsonNode now(String path) throws Exception {
        return json(path + "?after=" + clinic.head());
    }

    @Test
    void relatedPersonsAreSeenWithWhatTheyMayAndAreSealed() throws Exception {
        clinic.happened("p1", null, new PersonRelated("p1", person("r1", "Jones")));
        clinic.happened("p1", null, new PersonRelated("p1", person("r2", "Brown")));
        clinic.happened("p1", null, new RelationEnded("p1", "r2", "moved away"));
        JsonNode items = now("/api/patients/p1/related-persons").get("items");
        assertThat(items).hasSize(2);
        JsonNode first = items.get(0);
        assertThat(first.get("lastName").asText()).isEqualTo("Jones");
        assertThat(first.get("roles").toString()).isEqualTo("[\"guardian\"]");
        assertThat(first.get("powers").toString()).isEqualTo("[\"sign\"]");
        assertThat(first.get("until").asText()).isEqualTo("2030-01-01");
        assertThat(first.get("ended").isNull()).isTrue();
        assertThat(items.get(1).get("ended").asText()).isEqualTo("moved away");
        String row = clinic.bean(JdbcTemplate.class)
                .queryForObject(
                        "select related || convert_from(may, 'UTF8') from patient_related where person_id = 'r1'",
                        String.class);
        assertThat(row).startsWith("s1.").doesNotContain("Jones", "5550");
        HttpResponse<String> other = HTTP.send(
                request("/api/patients/p1/related-persons")
                        .header("X-Site", "other")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(other.statusCode()).isEqualTo(404);
    }

    @Test
    void aMergedRecordNamesTheOneThatGoesOnUntilTheyArePartedAgain() throws Exception {
        assertThat(now("/api/patients/p1").get("mergedInto").isNull()).isTrue();
        clinic.happened("p1", null, new WentInto("p1", "p9", "m1", NOW));
        assertThat(now("/api/patients/p1").get("mergedInto").asText()).isEqualTo("p9");
        clinic.happened("p1", null, new CameApart("p1", "p9", "m1", NOW));
        assertThat(now("/api/patients/p1").get("mergedInto").isNull()).isTrue();
        assertThat(now("/api/patients/p1").get("lastName").asText()).isEqualTo("Smith");
    }

    private static RelatedPerson person(String id, String name) {
        return new RelatedPerson(
                id,
                null,
                Phi.of("Ann"),
                Phi.of(name),
                Phi.of("+15550100000"),
                null,
                Set.of(RelatedPerson.Role.GUARDIAN),
                Set.of(RelatedPerson.Power.SIGN),
                null,
                LocalDate.of(2030, 1, 1));
    }
}
