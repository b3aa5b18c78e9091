package carequeue.command.journey;

import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointmentsOf;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.Patients;
import carequeue.api.patient.PatientQuery.SearchPatients;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Site;
import carequeue.command.journey.CheckInBody.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** The appointment for which somebody comes who only says who they are: the one that is due. */
@Component
class DueAppointments {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KnownPatients patients;
    private final MergedRecords records;
    private final QueryGateway queries;
    private final Clock clock;

    DueAppointments(KnownPatients patients, MergedRecords records, QueryGateway queries, Clock clock) {
        this.patients = patients;
        this.records = records;
        this.queries = queries;
        this.clock = clock;
    }

    /** The first of the day whose arrival window is open; empty also where nobody, or more than one patient, is meant. */
    Optional<AppointmentView> of(Identifier identifier, Site site) {
        Instant now = clock.instant();
        return patient(identifier, site).stream()
                .flatMap(id -> own(id, site, now).stream())
                .filter(a -> a.status() == AppointmentStatus.BOOKED
                        && isDue(a, site.policies().arrival(), now))
                .findFirst();
    }

    private static boolean isDue(AppointmentView a, ArrivalPolicy window, Instant now) {
        return !now.isBefore(a.start().minus(window.before()))
                && !now.isAfter(a.start().plus(window.after()));
    }

    private Optional<String> patient(Identifier identifier, Site site) {
        if (identifier.mrn() != null) {
            return patients.byMrn(site.siteId(), identifier.mrn()).map(records::current);
        }
        SearchPatients question = new SearchPatients(site.siteId(), null, identifier.phone(), null, null);
        List<String> meant = ask(question, Patients.class, new Patients(List.of(), null)).items().stream()
                .filter(known -> isMeant(known, identifier))
                .map(PatientView::patientId)
                .map(records::current)
                .distinct()
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static boolean isMeant(PatientView known, Identifier said) {
        return said.birthDate().equals(known.birthDate())
                && said.lastName().equalsIgnoreCase(known.lastName())
                && (said.firstName() == null || said.firstName().equalsIgnoreCase(known.firstName()));
    }

    private List<AppointmentView> own(String patientId, Site site, Instant now) {
        FindAppointmentsOf question = new FindAppointmentsOf(site.siteId(), site.businessDay(now), patientId);
        return ask(question, Appointments.class, new Appointments(List.of(), null))
                .items();
    }

    // A view that does not answer keeps nobody from being checked in: the appointment is then found by hand.
    private <R> R ask(Object question, Class<R> answer, R nothing) {
        return queries.query(question, answer)
                .completeOnTimeout(nothing, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(away -> nothing)
                .join();
    }
}
