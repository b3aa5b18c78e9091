package carequeue.command.claim;

import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;

/** A claim of 120 dollars that lacks nothing. */
final class ClaimStates extends StateTable<Claim, ClaimState> {

    ClaimStates() {
        super(Claim.class, ClaimState.class, ClaimCommand.class, "cl");
        for (ClaimState state : ClaimState.values()) {
            way(state, Office.story(state));
        }
        row(Office.draft());
        row(Office.type(Office.content(13000)));
        row(new NoteCoverage("cl", Office.SECONDARY));
        row(new SubmitClaim("cl", null, Office.POLICY));
        row(new CorrectClaim("cl", "typo"));
        row(new VoidClaim("cl", "wrong patient", Office.POLICY));
        row(new CloseClaim("cl", "small"));
        row(new RequestStatus("cl"));
        row(new AssignClaim("cl", "p2", "the record was merged"));
        row(new AskClaim("cl"));
        for (Word word : Word.values()) {
            row(Office.says(1, word), "says " + word);
        }
        row(Office.decides(1, Office.processed("d9", 8000)), "pays a part");
        row(Office.decides(1, Office.denied("d9")), "denies");
        row(Office.decides(1, Office.reversal("d9", 8000)), "takes back what it decided");
        row(Office.pays("r9", 8000));
        row(new ElapseClaim("cl", "filing-limit"), "the time limit of the payer");
    }

    @Override
    protected String name() {
        return "Claim";
    }

    @Override
    protected String about() {
        return "The bill for a visit to one payer, complete, submitted once where it went out; the reports are the payer's words about that submission.";
    }

    @Override
    protected ClaimState state(Claim claim) {
        return claim.dossier().state;
    }

    @Override
    protected Sites clinic() {
        return Office.sites();
    }
}
