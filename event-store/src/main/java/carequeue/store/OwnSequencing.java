package carequeue.store;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** Which events must be handled one after another; the same in every JVM. */
public enum OwnSequencing implements SequencingPolicy<EventMessage<?>> {
    /** All of them. */
    WHOLE {
        @Override
        public Object getSequenceIdentifierFor(EventMessage<?> event) {
            return "whole";
        }
    },
    /** Those of one aggregate. */
    PER_AGGREGATE {
        @Override
        public Object getSequenceIdentifierFor(EventMessage<?> event) {
            return event instanceof DomainEventMessage<?> domain
                    ? domain.getAggregateIdentifier()
                    : event.getIdentifier();
        }
    }
}
