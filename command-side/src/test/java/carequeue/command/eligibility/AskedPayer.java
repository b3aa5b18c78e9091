package carequeue.command.eligibility;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.eligibility.Checks.*;

import carequeue.api.Facts;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import org.axonframework.messaging.MetaData;

/** A question to a payer on the table of the tests. */
abstract class AskedPayer {

    static final MetaData BILLING = MetaData.with(Facts.ROLES, "billing");

    static RecordEligibility says(int ask, EligibilityState outcome, FollowUp followUp) {
        return new RecordEligibility("e1", ask, answer(outcome, followUp));
    }
}
