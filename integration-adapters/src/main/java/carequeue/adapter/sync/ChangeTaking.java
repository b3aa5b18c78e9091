package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in one change, or notes by rule and identifier why not; only an EHR that is away stops the rest. */
@Component
public class ChangeTaking {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTaking.class);

    private final EhrNews news;
    private final SyncOrders orders;
    private final Problems problems;

    public ChangeTaking(EhrNews news, SyncOrders orders, Problems problems) {
        this.news = news;
        this.orders = orders;
        this.problems = problems;
    }

    /** Tells the clinic what changed. */
    void take(EhrChange change, SyncReport report) {
        report.expect(1);
        try {
            for (Answer answer : news.of(change)) {
                Optional<String> refused = orders.send(answer.command());
                if (refused.isPresent()) {
                    refuse(change, refused.get(), null, false, report);
                    return;
                }
            }
            problems.solved(change.name());
            report.done();
        } catch (Unacceptable broken) {
            refuse(change, broken, report);
        } catch (OutsideFailure.Rejected | OutsideFailure.NotThere refused) {
            refuse(change, refused.getMessage(), null, false, report);
        } catch (OutsideFailure away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} cannot be taken in now: {}", change.name(), e.getClass().getSimpleName());
            refuse(change, "our side: " + e.getClass().getSimpleName(), null, true, report);
        }
    }

    private void refuse(EhrChange change, Unacceptable broken, SyncReport report) {
        boolean its = broken.record().equals(change.name());
        if (!its) {
            problems.note(broken.record(), broken.detail(), null, false);
            report.note(broken.getMessage());
        }
        String problem = its ? broken.detail() : broken.record() + " not accepted";
        refuse(change, problem, its ? null : broken.record(), false, report);
    }

    private void refuse(EhrChange change, String problem, String waitsFor, boolean retry, SyncReport report) {
        problems.note(change.name(), problem, waitsFor, retry);
        report.refuse(change.name() + ": " + problem);
    }
}
