package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static carequeue.command.visit.VisitStories.ASKED;
import static carequeue.command.visit.VisitStories.NOON;
import static carequeue.command.visit.VisitStories.at;
import static carequeue.command.visit.VisitStories.clinic;
import static carequeue.command.visit.VisitStories.requested;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A visit's life: how it begins, what repeats and late answers come to, what stays to be done, and how it is taken back. */
class VisitTest extends VisitRules {

    private static final Identification TYPED =
            new Identification(Phi.of("MRN001"), Phi.of("Ann"), Phi.of("Lee"), null, null);

    @Test
    void aCheckInBeginsTheVisitAndAnswersItsIdentifier() {
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, null))
                .expectEvents(requested(null))
                .expectResultMessagePayload("v1");
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, null), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @Test
    void onlyCliniciansSayAtTheDeskHowUrgentAPatientIs() {
        MetaData clinician = MetaData.with(Facts.ROLES, "clinician");
        clinic().givenNoPriorActivity().when(order(Channel.DESK, 2), clinician).expectSuccessfulHandlerExecution();
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, 2), MetaData.with(Facts.ROLES, "front-desk"))
                .expectException(Refused.NotAllowed.class);
        clinic().givenNoPriorActivity()
                .when(order(Channel.KIOSK, 2), clinician)
                .expectException(Refused.AgainstRule.class);
        clinic().givenNoPriorActivity().when(order(Channel.DESK, 6), clinician).expectException(Refused.BadField.class);
    }

    @Test
    void theEhrIsAskedOnce() {
        clinic().given(requested(null)).when(new LookUpPatient("v1")).expectEvents(ASKED);
        clinic().given(requested(null), ASKED).when(new LookUpPatient("v1")).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(LookupOutcome.class)
    void anAnswerCountsOnceAndALateOneOnlyAfterNone(LookupOutcome first) {
        PatientLookupAnswered answered = new PatientLookupAnswered("v1", first, "p1", null, NOON);
        clinic().given(at(CHECKING_IN))
                .when(new AnswerLookup("v1", first, "p1", null))
                .expectEvents(answered);
        ResultValidator<Visit> late = clinic().given(at(CHECKING_IN))
                .andGiven(answered)
                .when(new AnswerLookup("v1", LookupOutcome.FOUND, "p1", null));
        if (first == LookupOutcome.UNAVAILABLE) {
            late.expectEvents(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON));
        } else {
            late.expectNoEvents();
        }
    }

    @Test
    void aPatientIsNamedOnceAndTheProvisionalIdentifierIsKept() {
        clinic().given(requested(TYPED))
                .when(new IdentifyPatient("v1", "p9"))
                .expectEvents(new PatientIdentified("v1", "main", "p9", "p1", NOON));
        clinic().given(requested(TYPED))
                .when(new IdentifyPatient("v1", "p1"))
                .expectEvents(new PatientIdentified("v1", "main", "p1", "p1", NOON));
        clinic().given(requested(null)).when(new IdentifyPatient("v1", "p1")).expectNoEvents();
    }

    @Test
    void theSamePlaceAgainIsHarmless() {
        clinic().given(at(IN_SERVICE))
                .when(new PlaceVisit("v1", "q", "e1", "L-001"))
                .expectNoEvents();
    }

    @Test
    void anotherSitesStaffFindNoSuchVisit() {
        clinic().given(at(WAITING))
                .when(new FinishVisit("v1"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
