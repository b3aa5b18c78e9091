package carequeue.adapter.payment;

import carequeue.api.payment.DisputeState;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.RefundRequested;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which refunds to a card there are, and which were done; written in the transactions of their events. */
@Component
public class CardRefunds {

    private static final String BEGIN = """
        insert into card_refund (refund_id, attempt_id, payment_id, site_id, amount, currency)
        values (?, ?, ?, ?, ?, ?) on conflict (refund_id) do nothing\
        """;

    private static final String OUTSIDE = """
        insert into card_refund (refund_id, attempt_id, payment_id, site_id, amount, currency)
        select ?, attempt_id, payment_id, site_id, ?, currency from card_charge where attempt_id = ?
        on conflict (refund_id) do nothing\
        """;

    private static final String DISPUTED = """
        insert into card_dispute (dispute_id, attempt_id, payment_id, site_id, amount, currency, stands, at)
        values (?, ?, ?, (select site_id from card_charge where attempt_id = ?), ?, ?, 'open', ?)
        on conflict (dispute_id) do nothing\
        """;

    private final JdbcClient jdbc;

    public CardRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(RefundRequested e) {
        jdbc.sql(BEGIN)
                .params(e.refundId(), e.attemptId(), e.paymentId(), e.siteId())
                .params(e.amount().amount(), e.amount().currency())
                .update();
    }

    /** The provider gave it back without us. */
    void outside(String refundId, String attemptId, long amount) {
        jdbc.sql(OUTSIDE).params(refundId, amount, attemptId).update();
    }

    void done(String refundId, String providerId, Instant at) {
        jdbc.sql("update card_refund set provider_id = ?, done_at = ? where refund_id = ?")
                .params(providerId, Timestamp.from(at), refundId)
                .update();
    }

    void disputed(DisputeOpened e) {
        jdbc.sql(DISPUTED)
                .params(e.disputeId(), e.attemptId(), e.paymentId(), e.attemptId())
                .params(e.amount().amount(), e.amount().currency(), Timestamp.from(e.at()))
                .update();
    }

    void disputeIs(String disputeId, DisputeState state) {
        jdbc.sql("update card_dispute set stands = ? where dispute_id = ?")
                .params(state.toString(), disputeId)
                .update();
    }

    void failed(String refundId) {
        jdbc.sql("update card_refund set done_at = null where refund_id = ?")
                .param(refundId)
                .update();
    }
}
