package carequeue.query.payments;

import carequeue.api.payment.PaymentQuery.ApprovalView;
import carequeue.api.payment.PaymentQuery.AttemptView;
import carequeue.api.payment.PaymentQuery.DisputeView;
import carequeue.api.payment.PaymentQuery.PaymentPatient;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.api.payment.PaymentQuery.RefundView;

/** A payment as staff see it, now and as of an instant alike. */
final class AccountView {

    private AccountView() {}

    static PaymentView of(Account a, String name) {
        Account.Asked asked = a.asked();
        return new PaymentView(
                asked.paymentId(),
                asked.siteId(),
                asked.businessDay(),
                asked.visitId(),
                asked.appointmentId(),
                new PaymentPatient(asked.patientId(), name),
                asked.purpose(),
                a.money(a.owed().amount()),
                a.money(a.captured()),
                a.money(a.refunded()),
                a.money(a.owed().waived()),
                a.money(a.owed().writtenOff()),
                a.money(a.rest()),
                Standing.of(a),
                asked.at(),
                asked.by(),
                asked.basis(),
                asked.shares(),
                a.attempts().stream().map(t -> attempt(a, t)).toList(),
                a.refunds().stream().map(r -> refund(a, r)).toList(),
                a.disputes().stream().map(d -> dispute(a, d)).toList(),
                a.owed().approvals().stream().map(w -> wish(a, w)).toList());
    }

    private static AttemptView attempt(Account a, Tried t) {
        Tried.Course course = t.course();
        return new AttemptView(
                t.attemptId(),
                t.at(),
                t.method(),
                a.money(t.amount()),
                a.money(course.captured()),
                course.state().toString(),
                course.failure(),
                course.code(),
                course.nextStep(),
                course.providerId(),
                t.by());
    }

    private static RefundView refund(Account a, Account.Back r) {
        return new RefundView(r.refundId(), r.attemptId(), r.at(), a.money(r.amount()), r.state(), r.reason(), r.by());
    }

    private static DisputeView dispute(Account a, Account.Dispute d) {
        return new DisputeView(d.disputeId(), d.attemptId(), d.at(), a.money(d.amount()), d.state(), d.code());
    }

    private static ApprovalView wish(Account a, Owed.Wish w) {
        return new ApprovalView(w.what(), a.money(w.amount()), w.reason(), w.by(), w.at());
    }
}
