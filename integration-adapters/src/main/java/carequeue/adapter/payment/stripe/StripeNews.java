package carequeue.adapter.payment.stripe;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.api.payment.PaymentMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.model.PaymentIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What Stripe tells by itself is a hint, late or twice as it may be: what it speaks of is asked for again, and that is believed. */
@Component
public class StripeNews implements Inbound {

    private final StripePayments stripe;
    private final Charges charges;
    private final ObjectMapper json;

    public StripeNews(StripePayments stripe, Charges charges, ObjectMapper json) {
        this.stripe = stripe;
        this.charges = charges;
        this.json = json;
    }

    @Override
    public String service() {
        return PaymentProcessor.PAYMENT;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        JsonNode object = read(envelope).at("/data/object");
        String id = object.path("id").asText("");
        String type = envelope.type();
        if (type.startsWith("payment_intent.")) {
            return charge(object, id);
        } else if (type.startsWith("checkout.session.")) {
            return page(object, id);
        } else if (type.startsWith("refund.") || type.equals("charge.refund.updated")) {
            return moneyBack(object, object.path("payment_intent").asText(""));
        } else if (type.startsWith("charge.dispute.")) {
            return dispute(object.path("payment_intent").asText(""), id);
        } else if (type.startsWith("charge.")) {
            return moneyBack(object, object.path("payment_intent").asText(""));
        } else if (type.startsWith("terminal.reader.action_")) {
            String intent =
                    object.at("/action/process_payment_intent/payment_intent").asText("");
            return charge(object, intent);
        }
        return List.of();
    }

    private JsonNode read(Envelope envelope) {
        try {
            return json.readTree(envelope.body());
        } catch (IOException e) {
            throw new UncheckedIOException("it was read at the door", e);
        }
    }

    /** Ours, by what we know or by what the charge says of itself; others use the same account perhaps. */
    private Optional<Charge> ours(JsonNode object, String intentId) {
        return charges.ofIntent(intentId)
                .or(() -> charges.find(
                        object.path("metadata").path(Intents.ATTEMPT).asText("")));
    }

    private List<Answer> charge(JsonNode object, String intentId) {
        List<Answer> answers = new ArrayList<>();
        ours(object, intentId).ifPresent(charge -> answers.addAll(stands(charge, intentId)));
        return answers;
    }

    private List<Answer> stands(Charge charge, String intentId) {
        PaymentIntent intent = stripe.intents.retrieve(charge, intentId);
        if (!charge.attemptId().equals(intent.getMetadata().get(Intents.ATTEMPT))) {
            return List.of();
        }
        charges.learned(charge.attemptId(), intentId, null);
        boolean link = charge.method() == PaymentMethod.LINK;
        if ("requires_payment_method".equals(intent.getStatus()) && (link || Readers.isIdle(intent))) {
            // Nobody has paid yet, and they still may; whoever began the charge knows more.
            return List.of();
        }
        ChargeNews news = link ? Intents.news(intent, true, null) : stripe.intents.ended(charge, intent);
        return List.of(news.answer(charge));
    }

    private List<Answer> page(JsonNode object, String pageId) {
        Optional<Charge> charge = charges.ofPage(pageId)
                .or(() -> charges.find(
                        object.path("metadata").path(Intents.ATTEMPT).asText("")));
        return charge.map(c -> List.of(
                        stripe.pages.news(c, stripe.pages.retrieve(c, pageId)).answer(c)))
                .orElseGet(List::of);
    }

    // What was taken is told before what went back of it.
    private List<Answer> moneyBack(JsonNode object, String intentId) {
        List<Answer> answers = new ArrayList<>(charge(object, intentId));
        charges.ofIntent(intentId)
                .ifPresent(charge -> stripe.refunds
                        .of(intentId, stripe.calls.options(charge))
                        .forEach(refund -> answers.add(
                                CardRefunding.news(refund).answer(charge.paymentId(), charge.attemptId()))));
        return answers;
    }

    private List<Answer> dispute(String intentId, String disputeId) {
        return charges.ofIntent(intentId)
                .map(charge -> {
                    List<Answer> answers = new ArrayList<>(stands(charge, intentId));
                    answers.add(stripe.disputes.find(charge, disputeId).answer(charge.paymentId(), charge.attemptId()));
                    return answers;
                })
                .orElseGet(ArrayList::new);
    }
}
