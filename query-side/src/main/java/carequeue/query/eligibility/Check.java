package carequeue.query.eligibility;

import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityQuery.CheckView;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An eligibility check as its fold knows it. */
record Check(
        About about, String visitId, EligibilityState state, int asks, Said said, Person person, Instant changedAt) {

    /** What is asked about. */
    record About(
            String checkId,
            String siteId,
            String appointmentId,
            String patientId,
            String coverageId,
            CoverageOrder order,
            String payerName,
            LocalDate serviceDate,
            Instant askedAt) {}

    /** What is known from the payer; the codes are its own, {@code retryAt} is when it is asked again. */
    record Said(Benefits benefits, List<String> codes, Instant retryAt, Instant validUntil) {
        static final Said NOTHING = new Said(null, List.of(), null, null);
    }

    /** What a person has to do with it. */
    record Person(boolean handedOver, String decidedBy, String reason) {
        static final Person NOBODY = new Person(false, null, null);
    }

    CheckView view(String patientName) {
        return new CheckView(
                about.checkId(),
                about.siteId(),
                visitId,
                about.appointmentId(),
                about.patientId(),
                patientName,
                about.coverageId(),
                about.order(),
                about.payerName(),
                about.serviceDate(),
                state,
                said.benefits(),
                said.codes(),
                person.handedOver(),
                person.decidedBy(),
                person.reason(),
                asks,
                said.retryAt(),
                said.validUntil(),
                about.askedAt(),
                changedAt);
    }
}
