package carequeue.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;

/** What is done at the provider: faults, cards on its pages, its ledger. */
final class Provider {

    private final Caller caller;

    Provider(Place place) {
        caller = Caller.nobody(place.provider());
        place.origins().forEach(origin -> caller.put("/stripe/control/webhook", """
            {"url": "%s/webhooks/stripe", "secret": "whsec_sandbox"}\
            """.formatted(origin)));
        caller.postForm("/stripe/control/readers/tmr_desk1?auto=pm_card_visa", "");
    }

    /** So large a share of calls is refused, of answers lost, of webhooks dropped and doubled; they come late and out of order. */
    void faults(double share) {
        Answer set = caller.post("/faults", """
            {"service": "stripe", "errorRate": %s, "latencyMillis": 2,
             "hooks": {"dropRate": %s, "duplicateRate": %s, "lateMillis": 20, "outOfOrder": %s}}\
            """.formatted(share, share, share, share > 0));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        caller.postForm("/stripe/control/lost-answers?rate=" + share, "");
    }

    /** Somebody pays on a hosted page. */
    void pay(String page) {
        caller.postForm("/stripe/control/pages/" + page + "?card=pm_card_visa", "");
    }

    /** The bank's customer answers. */
    void confirm(String intent, boolean confirmed) {
        caller.postForm("/stripe/control/3ds/" + intent + "?confirmed=" + confirmed, "");
    }

    /** Every charge that it knows of. */
    JsonNode ledger() {
        return caller.get("/stripe/control/ledger").body().get("items");
    }
}
