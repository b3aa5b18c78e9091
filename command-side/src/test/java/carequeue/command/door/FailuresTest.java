package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.visit.VisitCommand.AskVisit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

/** What an order failed with is said in the clinic's words. */
class FailuresTest {

    @Test
    void whatIsNotThereOrIsSomethingElseIsNotThere() {
        RuntimeException nothing = Failures.of(new AskVisit("v1"), new AggregateNotFoundException("v1", "gone"));
        assertThat(nothing).isInstanceOf(Refused.NotFound.class).hasMessage("There is no visit v1.");
        Throwable other = new CommandExecutionException(
                "failed", new IncompatibleAggregateException("Aggregate identifier must be non-null"));
        assertThat(Failures.of(new AskVisit("payment-1"), other))
                .isInstanceOf(Refused.NotFound.class)
                .hasMessage("There is no visit of this identifier.");
    }

    @Test
    void whatNobodyKnowsStaysWhatItIs() {
        IllegalStateException broken = new IllegalStateException("broken");
        assertThat(Failures.of(new AskVisit("v1"), broken)).isSameAs(broken);
    }
}
