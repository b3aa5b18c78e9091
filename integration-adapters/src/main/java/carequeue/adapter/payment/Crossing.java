package carequeue.adapter.payment;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of a payment the provider may be told: our names of it, the amount, and tokens of its own; never who the patient is. */
public final class Crossing {

    private final Filter filter;

    public Crossing(Filter filter) {
        this.filter = filter;
    }

    /** A charge as far as it may leave. */
    public Charge of(Charge c) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("paymentId", c.paymentId());
        fields.put("attemptId", c.attemptId());
        fields.put("amount", c.amount().amount());
        fields.put("currency", c.amount().currency());
        fields.put("reader", c.readerId());
        fields.put("paymentMethod", c.paymentMethodId());
        Map<String, Object> said = apply(c.patientId(), fields);
        return new Charge(
                c.attemptId(),
                c.paymentId(),
                c.siteId(),
                c.patientId(),
                c.method(),
                c.amount(),
                c.manual(),
                (String) said.get("reader"),
                (String) said.get("paymentMethod"),
                c.startedAt(),
                c.goodUntil(),
                c.sentAt(),
                c.intentId(),
                c.pageId(),
                c.cancelWanted());
    }

    /** A refund, of which everything has to leave. */
    public RefundOrder of(RefundOrder order) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("paymentId", order.paymentId());
        fields.put("attemptId", order.attemptId());
        fields.put("refundId", order.refundId());
        fields.put("amount", order.amount().amount());
        fields.put("currency", order.amount().currency());
        apply(null, fields);
        return order;
    }

    /** The token of a patient's card, or null; a customer of the provider is all that the patient is there. */
    public String card(String siteId, String patientId, String paymentMethod) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("siteId", siteId);
        fields.put("paymentMethod", paymentMethod);
        return (String) filter.apply(Purpose.PAYMENT, patientId, fields).get("paymentMethod");
    }

    private Map<String, Object> apply(String patientId, Map<String, Object> fields) {
        Map<String, Object> said = filter.apply(Purpose.PAYMENT, patientId, fields);
        // What carries the amount and our names goes whole or not at all: half of it would be another payment.
        for (String name : new String[] {"paymentId", "attemptId", "refundId", "amount", "currency"}) {
            if (fields.get(name) != null && !fields.get(name).equals(said.get(name))) {
                throw new OutsideFailure.Rejected(PaymentProcessor.PAYMENT, "may not be told the " + name);
            }
        }
        return said;
    }
}
