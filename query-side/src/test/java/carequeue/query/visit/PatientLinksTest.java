package carequeue.query.visit;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Sealing;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.store.BlindIndexKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patient's link names one visit, and only while it is genuine and fresh. */
class PatientLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String VISIT = "0193-visit";

    private final PatientLinks links = links((byte) 1, NOW);

    @Test
    void aTokenNamesItsVisitUntilItExpires() {
        String token = links.token(VISIT, NOW.plusSeconds(60));
        assertThat(links.visit(token)).contains(VISIT);
        assertThat(links((byte) 1, NOW.plusSeconds(59)).visit(token)).contains(VISIT);
        assertThat(links((byte) 1, NOW.plusSeconds(60)).visit(token)).isEmpty();
    }

    @Test
    void aTokenChangedInAnyByteIsRefused() {
        byte[] whole = Base64.getUrlDecoder().decode(links.token(VISIT, NOW.plusSeconds(60)));
        for (int i = 0; i < whole.length; i++) {
            byte[] forged = whole.clone();
            forged[i] ^= 1;
            assertThat(links.visit(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .isEmpty();
        }
    }

    @Test
    void aTokenOfAnotherKeyOrNoneAtAllIsRefused() {
        assertThat(links((byte) 2, NOW).visit(links.token(VISIT, NOW.plusSeconds(60))))
                .isEmpty();
        assertThat(links.visit("")).isEmpty();
        assertThat(links.visit("not a token!")).isEmpty();
        assertThat(links.visit("A".repeat(10_000))).isEmpty();
    }

    private static PatientLinks links(byte key, Instant now) {
        byte[] bytes = new byte[32];
        bytes[0] = key;
        Sealing sealing = new Sealing(
                (patient, tag, value) -> "",
                (patient, tag, value) -> "",
                (tag, kept) -> null,
                new BlindIndexKey(bytes)::hash);
        return new PatientLinks(sealing, new Sites(List.of()), Clock.fixed(now, ZoneOffset.UTC));
    }
}
