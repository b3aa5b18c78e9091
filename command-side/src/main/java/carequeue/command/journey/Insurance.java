package carequeue.command.journey;

import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.payment.PaymentCommand.HoldPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.NoteStep;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.command.journey.Orders.Answer;
import java.util.List;

/** Who pays for a visit: the first payer is asked, and the patient for what is owed, by the payer's word or without it. */
final class Insurance {

    /** What a check-in waits for, as its deadline calls it. */
    static final String STEP = "eligibility";

    private Bill bill;
    private RequestEligibility question;
    private boolean asked;

    /** Asks the first payer of who is covered; false for a patient who pays for themselves. */
    boolean begin(Bill of, EligibilityPolicy policy, Errand errand) {
        bill = of;
        Answer known = errand.ask(new AskCoverages(of.patientId(), of.day()));
        if (!(known.value() instanceof Covered covered) || covered.selfPay()) {
            return false;
        }
        List<CoverageRef> all = covered.coverages();
        question = question(all.get(0), List.copyOf(all.subList(1, all.size())), policy);
        return errand.send(question).done();
    }

    private RequestEligibility question(CoverageRef about, List<CoverageRef> further, EligibilityPolicy policy) {
        return new RequestEligibility(
                EligibilityCommand.id(bill.siteId(), bill.patientId(), about.coverageId(), bill.day()),
                bill.visitId(),
                bill.appointmentId(),
                bill.siteId(),
                bill.patientId(),
                about,
                further,
                bill.day(),
                policy);
    }

    boolean begun() {
        return bill != null;
    }

    boolean isAbout(String checkId) {
        return question != null && question.checkId().equals(checkId);
    }

    String checkId() {
        return question.checkId();
    }

    Bill bill() {
        return bill;
    }

    /** Whether the patient was asked for an amount. */
    boolean asked() {
        return asked;
    }

    boolean isPayment(String paymentId) {
        return bill != null && paymentId.equals(bill.payment(PaymentPurpose.CO_PAY));
    }

    /** The payer has spoken. */
    void known(PayerWord word, Errand errand) {
        errand.send(
                new NoteStep(
                        bill.visitId(),
                        CheckInPart.ELIGIBILITY,
                        StepState.DONE,
                        word.state().toString()),
                "eligibility-known");
    }

    /** It goes on without the payer's word. */
    void unknown(String why, Errand errand) {
        errand.send(new RaiseItem(bill.visitId(), item(), why), "insurance-unverified");
    }

    /** The word came after that: closes what may have been raised when it was already there. */
    void close(Errand errand) {
        errand.send(new CloseItem(bill.visitId(), item(), "the insurance is verified"), "insurance-verified");
    }

    private OpenItem item() {
        return InsuranceVerificationSaga.item(question.coverage().order());
    }

    /** Has the answer said again, to the process of a payment that may have begun too late to hear it. */
    void again(Errand errand) {
        errand.send(question(question.coverage(), List.of(), question.policy()), "again");
    }

    /** Says why nothing is asked for, where that is so. */
    void explain(Owed owed, Errand errand) {
        if (owed.step() == StepState.OPEN) {
            errand.send(new RaiseItem(bill.visitId(), OpenItem.CO_PAY_UNPAID, owed.why()), "co-pay-to-see");
        } else if (owed.amount() == null && question != null) {
            errand.send(new NoteStep(bill.visitId(), CheckInPart.CO_PAY, owed.step(), owed.why()), "co-pay-step");
        }
    }

    /** Asks the patient who has a place for what is owed; nobody waits for the money, but where the site holds the place for it. */
    void ask(Owed owed, PaymentPolicy policy, String queueId, String entryId, Errand errand) {
        if (owed.amount() == null) {
            return;
        }
        Answer begun = errand.send(bill.ask(owed, policy, queueId, entryId));
        asked = begun.done();
        if (!asked) {
            String why = begun.refused().getMessage();
            errand.send(new RaiseItem(bill.visitId(), OpenItem.CO_PAY_UNPAID, why), "co-pay-not-asked");
        } else if (policy.holdUnpaid()) {
            errand.send(new HoldPayment(bill.payment(owed.purpose())));
        }
    }
}
