package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the EHR's clinicians coded for a visit stands on its claim, which then goes out. */
class ClaimFromTheEhrTest extends BilledVisits {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;

    private String drafted(int n) {
        String visit = served("Coded" + n, "M1");
        return event(visit, "claim.drafted").at("/payload/claimId").asText();
    }

    private Optional<JsonNode> coded(String claim) {
        JsonNode seen = as("billing").get("/api/claims/" + claim).body();
        return Optional.of(seen).filter(s -> s.path("missing").isEmpty());
    }

    @Test
    void theEhrsCodesGoOut() {
        // The sandbox's clinicians forget every tenth visit.
        List<String> claims =
                Stream.iterate(1, n -> n + 1).limit(AT_ONCE).map(this::drafted).toList();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(claims).anySatisfy(c -> assertThat(coded(c)).isPresent()));
        String claim =
                claims.stream().filter(c -> coded(c).isPresent()).findFirst().orElseThrow();
        assertThat(claim(claim, "drafted").toString()).contains("99213");
        order("billing", claim, "submit", "{}", 200);
        assertThat(claim(claim, "paid").toString()).contains("12500");
    }
}
