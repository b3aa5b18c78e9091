package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.mockito.Mockito.mock;

import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;

/** What another system says otherwise, and its process. */
abstract class SyncPlay {

    static final String STATUS = "appointment.status";
    static final String CONFLICT = ConflictCommand.id(ConflictSubject.APPOINTMENT, "a1", STATUS, "ehr");
    final OpenVisits visits = mock(OpenVisits.class);
    final Play<SyncSaga> play = new Play<>(SyncSaga.class).with(visits);

    static AppointmentDiffers cancelledThere(Side winner) {
        return new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                "v1",
                STATUS,
                "arrived",
                "cancelled",
                "ehr",
                "6",
                NOON,
                null,
                Rule.BY_A_PERSON,
                winner,
                "conflict-rules/1",
                NOON);
    }

    static ConflictResolved resolved(Rule how, Side side) {
        return new ConflictResolved(
                CONFLICT,
                "main",
                ConflictSubject.APPOINTMENT,
                "a1",
                "p1",
                "v1",
                STATUS,
                "ehr",
                how,
                side,
                Phi.of("cancelled"),
                "mia",
                "called them",
                NOON);
    }
}
