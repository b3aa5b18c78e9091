package carequeue.adapter.claims;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Answering;
import carequeue.adapter.outbox.Answering.Origin;
import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.claim.ClaimCommand.ReportRemittance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What payers said that belongs to no claim of ours: billing says to which claim money belongs, or why nothing is to be done. */
@RestController
@RequestMapping("/api/reconciliation/claims/{wordId}")
class UnmatchedDoor {

    private static final String PAYMENT = "payment";

    private final Unmatched unmatched;
    private final Answering answering;

    UnmatchedDoor(Unmatched unmatched, Answering answering) {
        this.unmatched = unmatched;
        this.answering = answering;
    }

    /** Why it is closed. */
    record Close(@NotBlank @Size(max = 500) String reason) {}

    /** The claim to which the money belongs. */
    record Match(@NotBlank @Size(max = 64) String claimId) {}

    @PostMapping("/close")
    ResponseEntity<Void> close(@PathVariable long wordId, @Valid @RequestBody Close body, Actor actor) {
        unmatched.find(wordId);
        unmatched.close(wordId, actor.id(), body.reason(), null);
        return ResponseEntity.noContent().build();
    }

    /** Books money on a claim; told twice, it is booked once. */
    @PostMapping("/match")
    ResponseEntity<Void> match(@PathVariable long wordId, @Valid @RequestBody Match body, Actor actor) {
        Unmatched.Kept word = unmatched.find(wordId);
        if (word.closed()) {
            throw new Refused.WrongState("closed", "This word is not open any more.");
        } else if (!word.kind().equals(PAYMENT)) {
            throw new Refused.AgainstRule(
                    "only-money-is-matched", "Only money is booked on a claim by hand; close it with a reason.");
        }
        String refused = answering.send(
                new Origin("unmatched." + wordId, body.claimId(), null, null),
                List.of(Answer.of("match", new ReportRemittance(body.claimId(), word.codes(), word.amount()))));
        if (refused != null) {
            throw new Refused.BadField("/claimId", "is no claim that takes money: " + refused);
        }
        unmatched.close(wordId, actor.id(), "matched", body.claimId());
        return ResponseEntity.noContent().build();
    }
}
