package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Facts;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.AwaitCoverage;
import carequeue.api.claim.BalanceEvent.CoverageWaitEnded;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.DraftClaim;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/**
 * From the end of a visit to the draft of its claim. Who pays by themself has none; a coverage of that day that is found while payers still take
 * bills for it starts the check and the claim.
 */
@Saga
@ProcessingGroup("saga.visit-claim")
public class VisitClaimSaga {

    static final String COVERAGE = "coverage";

    private static final String NAME = "visit-claim";

    private VisitFinished visit;
    private String siteId;
    private LocalDate day;

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(
            VisitFinished e,
            EventMessage<?> m,
            Orders orders,
            Deadlines deadlines,
            Sites sites,
            @MetaDataValue(Facts.SITE) String at,
            @MetaDataValue(Facts.BUSINESS_DAY) String businessDay) {
        visit = e;
        siteId = at;
        day = LocalDate.parse(businessDay);
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        Site site = sites.get(siteId);
        List<CoverageRef> coverages = coverages(errand);
        if (!coverages.isEmpty()) {
            draft(coverages, site, errand);
            end();
        } else {
            await(site, errand, deadlines);
        }
    }

    private void await(Site site, Errand errand, Deadlines deadlines) {
        associateWith("patientId", visit.patientId());
        LocalDate last = site.policies().claims().fileBy(null, day);
        Instant until = last.plusDays(1).atStartOfDay(site.timeZone()).toInstant();
        String balanceId = BalanceCommand.id(visit.visitId());
        boolean waits = errand.send(new AwaitCoverage(balanceId, visit.visitId(), siteId, visit.patientId(), until))
                .done();
        if (waits) {
            deadlines.schedule(Waiting.BALANCE, balanceId, COVERAGE, until);
        } else {
            end();
        }
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(CoverageRecorded e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        Errand errand = Errand.of(orders, NAME, visit.visitId(), m);
        List<CoverageRef> coverages = coverages(errand);
        if (coverages.isEmpty()) {
            return;
        }
        Site site = sites.get(siteId);
        CoverageRef first = coverages.get(0);
        errand.send(new RequestEligibility(
                EligibilityCommand.id(siteId, visit.patientId(), first.coverageId(), day),
                visit.visitId(),
                visit.appointmentId(),
                siteId,
                visit.patientId(),
                first,
                coverages.subList(1, coverages.size()),
                day,
                site.policies().eligibility()));
        draft(coverages, site, errand);
        deadlines.cancel(Waiting.BALANCE, BalanceCommand.id(visit.visitId()), COVERAGE);
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(CoverageWaitEnded e) {
        end();
    }

    /** The coverages of the day of service; a patient who is not known here has none. */
    private List<CoverageRef> coverages(Errand errand) {
        return errand.send(new AskCoverages(visit.patientId(), day)).value() instanceof Covered covered
                ? covered.coverages()
                : List.of();
    }

    private void draft(List<CoverageRef> coverages, Site site, Errand errand) {
        CoverageRef first = coverages.get(0);
        errand.send(new DraftClaim(
                ClaimCommand.id(visit.visitId(), first.coverageId()),
                siteId,
                visit.patientId(),
                visit.visitId(),
                day,
                first,
                List.copyOf(coverages.subList(1, coverages.size())),
                null,
                null,
                site.policies().claims()));
    }
}
