package carequeue.command.claim;

import carequeue.api.Refused;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The bill to one payer for one visit, from its draft to the payer's money, its denial or its end. */
@Aggregate
@Revision("2")
public class Claim extends ClaimMemory {

    protected Claim() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ClaimOutcome handle(DraftClaim c, MetaData said, Clock clock, Sites sites) {
        if (!Moment.mayEnter(said, c.siteId())) {
            throw new Refused.NotFound("site", c.siteId());
        }
        return decide(c.siteId(), said, clock, sites, s -> Drafting.draft(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(TypeClaim c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Drafting.type(c, s));
    }

    @CommandHandler
    void handle(NoteCoverage c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Drafting.coverage(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(SubmitClaim c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Submitting.submit(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(CorrectClaim c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Submitting.correct(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(VoidClaim c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Submitting.end(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(CloseClaim c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Submitting.close(c, s));
    }

    @CommandHandler
    ClaimOutcome handle(RequestStatus c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Following.status(c, s));
    }

    @CommandHandler
    void handle(AssignClaim c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Drafting.assign(c, s));
    }

    @CommandHandler
    ClaimKnown handle(AskClaim c) {
        Dossier d = dossier();
        return new ClaimKnown(
                c.claimId(),
                d.drafted.siteId(),
                d.drafted.patientId(),
                d.drafted.visitId(),
                d.drafted.serviceDate(),
                d.coverage,
                d.drafted.further(),
                d.sent == null ? d.content : d.sent,
                d.decision);
    }

    @CommandHandler
    void handle(ReportAcknowledgement c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Acknowledging.of(c, s));
    }

    @CommandHandler
    void handle(ReportAdjudication c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Deciding.of(c, s));
    }

    @CommandHandler
    void handle(ReportRemittance c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Following.remitted(c, s));
    }

    @CommandHandler
    void handle(ElapseClaim c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Following.elapsed(c, s));
    }
}
