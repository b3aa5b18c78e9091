package carequeue.app.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Many payments by card with everything going wrong that can: calls refused, answers lost, webhooks dropped, doubled, late and out of order, nodes struck
 * between any two steps. When the faults are over and a day has passed nothing is unknown, and whoever still owes can pay it.
 */
final class PaymentsRun {

    private static final Set<String> OPEN =
            Set.of("authorising", "requires-action", "processing", "checking", "capturing", "voiding", "refunding");
    private static final String[] CARDS = {
        "pm_card_visa",
        "pm_card_visa",
        "pm_card_visa",
        "pm_card_mastercard",
        "pm_card_chargeDeclined",
        "pm_card_visa_chargeDeclinedInsufficientFunds",
        "pm_card_threeDSecure2Required"
    };
    private static final String GOOD_CARD = "{\"method\": \"saved-card\", \"paymentMethodId\": \"pm_card_visa\"}";
    private static final int ROUNDS = 4;

    private final Place place;
    private final Provider provider;
    private final Desk desk;
    private final long began = System.nanoTime();
    private final Map<String, Long> asked = new ConcurrentSkipListMap<>();

    PaymentsRun(Place place) {
        this.place = place;
        desk = new Desk(place.origins());
        // Whoever sees nothing of it is answered: the clinic is open.
        assertThat(desk.seen("nobody").path("status").asInt()).isEqualTo(404);
        provider = new Provider(place);
    }

    /** Everything goes wrong for so large a share, or nothing does; a node is struck at a tenth of that. */
    void faults(double share) {
        provider.faults(share);
        place.strikes(share / 10);
    }

    private void atTheDesks(int count, IntConsumer work) throws InterruptedException {
        ExecutorService desks = Executors.newFixedThreadPool(6);
        for (int i = 0; i < count; i++) {
            int number = i;
            desks.execute(() -> work.accept(number));
        }
        desks.shutdown();
        assertThat(desks.awaitTermination(60, TimeUnit.MINUTES)).isTrue();
    }

    /** So many payments, some of them called off, paid by link, authorised first or given back in part. */
    void pay(int count) throws InterruptedException {
        atTheDesks(count, number -> pay(number, 500 + number % 500));
        assertThat(asked).hasSize(count);
    }

    private void pay(int number, long amount) {
        Answer answer = desk.order("front-desk", "/api/payments", """
            {"siteId": "main", "patientId": "p-%d", "purpose": "co-pay", "amount": {"amount": %d, "currency": "USD"}}\
            """.formatted(number, amount));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String payment = answer.body().get("paymentId").asText();
        asked.put(payment, amount);
        Answer collected = desk.order("front-desk", payment, "collect", how(number));
        if (number % 11 == 0) {
            String attempt = collected.body().path("attemptId").asText();
            desk.order(
                    "front-desk", payment, "attempts/" + attempt + "/cancel", "{\"reason\": \"changed their mind\"}");
        }
    }

    private static String how(int number) {
        if (number % 10 == 3) {
            return "{\"method\": \"link\"}";
        } else if (number % 10 == 7) {
            return "{\"method\": \"terminal\"}";
        }
        return "{\"method\": \"saved-card\", \"manual\": %s, \"paymentMethodId\": \"%s\"}"
                .formatted(number % 5 == 0, CARDS[number % CARDS.length]);
    }

    /** People act: at the bank, on the hosted pages, at the desk; money goes back. */
    void act() throws InterruptedException {
        List<String> payments = List.copyOf(asked.keySet());
        atTheDesks(payments.size(), number -> act(payments.get(number), number));
    }

    private void act(String payment, int number) {
        JsonNode seen = desk.seen(payment);
        JsonNode last = seen.path("attempts").path(seen.path("attempts").size() - 1);
        String step = last.path("nextStep").asText("");
        String state = seen.path("state").asText();
        if (step.contains("/pay/")) {
            provider.pay(last.path("providerId").asText());
        } else if (step.contains("/3ds/")) {
            provider.confirm(last.path("providerId").asText(), number % 3 > 0);
        } else if ("authorised".equals(state)) {
            desk.order("front-desk", payment, "capture", "{\"amount\": 400}");
        } else if ("captured".equals(state) && number % 4 == 0) {
            desk.order("billing", payment, "refund", "{\"amount\": 123, \"reason\": \"too much\"}");
        }
    }

    void dayPasses() {
        place.moveOn(Duration.ofHours(24));
    }

    /** Asks for what is still open, as time would, and calls off what nobody acts on, until nothing is. */
    void comesToRest(Duration within) {
        await().atMost(within).pollInterval(Duration.ofMillis(500)).until(() -> {
            List<String> open = asked.keySet().stream()
                    .filter(p -> OPEN.contains(desk.seen(p).path("state").asText()))
                    .toList();
            open.forEach(desk::settle);
            return open.isEmpty();
        });
    }

    /** Whoever still owes something comes again with a card that is good; what was only authorised is taken. */
    void everybodyPays(Duration within) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            comesToRest(within);
            List<String> owing = asked.keySet().stream()
                    .filter(p -> desk.seen(p).at("/captured/amount").asLong() < asked.get(p))
                    .toList();
            atTheDesks(owing.size(), number -> comesAgain(owing.get(number)));
        }
        comesToRest(within);
    }

    private void comesAgain(String payment) {
        boolean authorised =
                "authorised".equals(desk.seen(payment).path("state").asText());
        desk.order("front-desk", payment, authorised ? "capture" : "collect", authorised ? "{}" : GOOD_CARD);
    }

    /** Both ledgers beside each other. */
    Ledgers.Result compared() {
        return Ledgers.compared(asked, provider.ledger(), desk::seen, place.kills());
    }

    /** The whole story. */
    static Ledgers.Result of(Place place, int count, Duration patience) throws InterruptedException {
        PaymentsRun run = new PaymentsRun(place);
        run.says("the clinic is open");
        run.faults(0.2);
        run.pay(count);
        run.says("everybody was asked");
        run.act();
        run.act();
        run.says("people have acted");
        run.faults(0);
        run.dayPasses();
        run.comesToRest(patience);
        run.says("nothing is unknown");
        run.everybodyPays(patience);
        run.says("everybody has paid");
        run.act();
        run.comesToRest(patience);
        Ledgers.Result result = run.compared();
        System.out.println("payments: " + result);
        return result;
    }

    private void says(String what) {
        System.out.println("payments: " + what + " after " + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }
}
