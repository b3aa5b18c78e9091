package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class OwnSequencingTest {

    @Test
    void eventsOfOneAggregateBelongTogetherAndOthersApart() {
        Object first = OwnSequencing.PER_AGGREGATE.getSequenceIdentifierFor(TestStore.toggled("l1", 0));

        assertThat(OwnSequencing.PER_AGGREGATE.getSequenceIdentifierFor(TestStore.toggled("l1", 1)))
                .isEqualTo(first)
                .isEqualTo("l1");
        assertThat(OwnSequencing.PER_AGGREGATE.getSequenceIdentifierFor(new GenericEventMessage<>("news")))
                .isNotEqualTo(OwnSequencing.PER_AGGREGATE.getSequenceIdentifierFor(new GenericEventMessage<>("news")));
    }

    @Test
    void orAllOfThemTheSameInEveryJvm() {
        assertThat(OwnSequencing.WHOLE.getSequenceIdentifierFor(TestStore.toggled("l1", 0)))
                .isEqualTo("whole")
                .isEqualTo(OwnSequencing.WHOLE.getSequenceIdentifierFor(TestStore.toggled("l2", 0)));
    }
}
