package carequeue.command.visit;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.site.Sites;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.NoteStep;
import carequeue.api.visit.VisitState;
import carequeue.command.StateTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The visit of a patient with an appointment, whom the EHR is asked about. */
final class VisitStates extends StateTable<Visit, VisitState> {

    private static final RequestCheckIn REQUEST = new RequestCheckIn(
            "v1",
            "main",
            LocalDate.of(2026, 11, 23),
            Channel.DESK,
            "p1",
            null,
            true,
            "a1",
            "lab",
            null,
            null,
            null,
            Phi.of("cough"),
            Duration.ofSeconds(2));
    private static final RaiseItem ALARM = new RaiseItem("v1", OpenItem.RED_FLAG, null);
    private static final PlaceVisit PLACE = new PlaceVisit("v1", "q", "e1", "L-001");

    VisitStates() {
        super(Visit.class, VisitState.class, VisitCommand.class, "v1");
        way(VisitState.REQUESTED, List.of(REQUEST, ALARM));
        way(VisitState.CHECKING_IN, asked());
        way(VisitState.WAITING, asked(PLACE));
        way(VisitState.IN_SERVICE, asked(PLACE, new BeginService("v1")));
        way(VisitState.FINISHED, asked(PLACE, new BeginService("v1"), new FinishVisit("v1")));
        way(VisitState.LEFT, asked(PLACE, new EndUnseen("v1", "no time")));
        way(VisitState.REFUSED, asked(new RefuseCheckIn("v1", "deceased", "The EHR knows that the patient died.")));
        way(VisitState.CANCELLED, asked(new CancelVisit("v1", "changed their mind")));
        way(VisitState.ENTERED_IN_ERROR, asked(PLACE, new ReverseCheckIn("v1", "the other Ann")));
        check();
        serve();
        note();
    }

    private static List<VisitCommand> asked(VisitCommand... more) {
        List<VisitCommand> all = new ArrayList<>(List.of(REQUEST, ALARM, new LookUpPatient("v1")));
        all.addAll(List.of(more));
        return all;
    }

    private void check() {
        row(REQUEST);
        row(new LookUpPatient("v1"));
        row(new AnswerLookup("v1", LookupOutcome.FOUND, "p1", null));
        row(new EndPatience("v1", "patient"));
        row(new IdentifyPatient("v1", "p2"), "as another patient");
        row(new RefuseCheckIn("v1", "deceased", "The EHR knows that the patient died."));
    }

    private void serve() {
        row(PLACE, "where it is, or first");
        row(new PlaceVisit("v1", "q2", "e2", "L-001"), "in another queue");
        row(new AddService("v1", "imaging", null, null, null));
        row(new BeginService("v1"));
        row(new BackToWaiting("v1"));
        row(new FinishVisit("v1"));
        row(new EndUnseen("v1", "no time"));
        row(new ReopenVisit("v1"));
        row(new CancelVisit("v1", "changed their mind"));
        row(new ReverseCheckIn("v1", "the other Ann"));
    }

    private void note() {
        row(new RaiseItem("v1", OpenItem.CO_PAY_UNPAID, "pay"));
        row(new CloseItem("v1", OpenItem.CO_PAY_UNPAID, "paid"), "that is not open");
        row(new CloseItemByHand("v1", OpenItem.RED_FLAG, "was looked at"), "that is open");
        row(new NoteTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/1"));
        row(new NoteStep("v1", CheckInPart.ELIGIBILITY, StepState.SKIPPED, "self-pay"));
        row(new AskVisit("v1"));
    }

    @Override
    protected String name() {
        return "Visit";
    }

    @Override
    protected String about() {
        return "A patient's path through a site on one day; with an appointment, and the EHR is asked about the patient.";
    }

    @Override
    protected VisitState state(Visit visit) {
        return visit.state();
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of());
    }
}
