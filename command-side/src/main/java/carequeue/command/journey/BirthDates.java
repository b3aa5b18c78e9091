package carequeue.command.journey;

import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** When patients were born, asked of history itself. */
@Component
class BirthDates {

    private final EventStore history;

    BirthDates(EventStore history) {
        this.history = history;
    }

    /** The birth date as it was noted last, of a partial one the last day it may be; empty where it is not known, or erased. */
    Optional<LocalDate> of(String patientId) {
        return history.readEvents(patientId)
                .asStream()
                .map(message -> demographics(message.getPayload()))
                .flatMap(Optional::stream)
                .reduce((before, after) -> after.birthDate() == null && after.born() == null ? before : after)
                .flatMap(Demographics::bornAtLatest);
    }

    private static Optional<Demographics> demographics(Object event) {
        if (event instanceof PatientRegistered registered) {
            return Optional.of(registered.demographics());
        }
        return event instanceof PatientRecorded recorded ? Optional.of(recorded.demographics()) : Optional.empty();
    }
}
