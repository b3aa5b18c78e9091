package carequeue.adapter.sync;

import carequeue.adapter.outbox.PastEvents;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What history knows of something that the EHR does not describe any more. */
@Component
public class Known {

    private final PastEvents past;

    public Known(PastEvents past) {
        this.past = past;
    }

    /** An appointment as it stands. */
    record Planned(
            String siteId,
            String serviceId,
            String providerId,
            String patientId,
            Instant start,
            Instant end,
            String kind) {

        private static Planned of(AppointmentBooked e) {
            return new Planned(e.siteId(), e.serviceId(), e.providerId(), e.patientId(), e.start(), e.end(), e.kind());
        }

        private Planned then(AppointmentEvent event) {
            if (event instanceof AppointmentRescheduled e) {
                return new Planned(siteId, e.serviceId(), e.providerId(), patientId, e.start(), e.end(), kind);
            } else if (event instanceof AppointmentCorrected e) {
                return new Planned(
                        siteId,
                        or(e.serviceId(), serviceId),
                        or(e.providerId(), providerId),
                        or(e.patientId(), patientId),
                        or(e.start(), start),
                        or(e.end(), end),
                        or(e.kind(), kind));
            }
            return this;
        }

        private static <T> T or(T said, T known) {
            return said == null ? known : said;
        }
    }

    /** An appointment of ours as it stands, if there is one. */
    Optional<Planned> appointment(String appointmentId) {
        Planned[] known = new Planned[1];
        past.of(appointmentId, AppointmentEvent.class).forEach(event -> {
            if (event instanceof AppointmentBooked booked) {
                known[0] = Planned.of(booked);
            } else if (known[0] != null) {
                known[0] = known[0].then(event);
            }
        });
        return Optional.ofNullable(known[0]);
    }

    /** The site whose rules a patient of ours was accepted by. */
    Optional<String> siteOf(String patientId) {
        return past.of(patientId, PatientEvent.class)
                .map(Known::site)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String site(PatientEvent event) {
        if (event instanceof PatientRegistered registered) {
            return registered.siteId();
        }
        return event instanceof PatientRecorded recorded ? recorded.siteId() : null;
    }
}
