package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EhrSite;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;

/** Reads a FHIR Appointment strictly; Location and service type become our site and service by the configured tables. */
final class AppointmentMapping {

    private final Sites sites;
    private final EhrSettings settings;

    AppointmentMapping(Sites sites, EhrSettings settings) {
        this.sites = sites;
        this.settings = settings;
    }

    /**
     * Reads an appointment.
     *
     * @throws Unacceptable naming every field that cannot be accepted
     */
    AppointmentRecord read(Appointment appointment) {
        Findings wrong = new Findings();
        Modifiers.check(appointment, wrong);
        IdType id = appointment.getIdElement();
        Site site = site(appointment, wrong);
        AppointmentRecord record = new AppointmentRecord(
                id.getIdPart(),
                id.getVersionIdPart(),
                site == null ? null : site.siteId(),
                site == null ? null : service(appointment, site, wrong),
                participants(appointment, "Practitioner").stream().findFirst().orElse(null),
                patient(appointment, wrong),
                time("start", appointment.getStartElement(), wrong),
                time("end", appointment.getEndElement(), wrong),
                codes(List.of(appointment.getAppointmentType())).stream()
                        .findFirst()
                        .orElse(null),
                status(appointment, wrong),
                Identifiers.changed(appointment));
        if (record.start() != null && record.end() != null && record.end().isBefore(record.start())) {
            wrong.add("end", "before-start");
        }
        wrong.refuse("Appointment/" + id.getIdPart());
        return record;
    }

    private Site site(Appointment appointment, Findings wrong) {
        List<String> locations = participants(appointment, "Location");
        if (locations.size() != 1) {
            return wrong.add("location", locations.isEmpty() ? "missing" : "several");
        }
        Optional<Site> site = sites.all().stream()
                .filter(s -> locations.get(0).equals(Objects.requireNonNullElse(of(s).location(), s.siteId())))
                .findFirst();
        return site.orElseGet(() -> wrong.add("location", "unmapped"));
    }

    private String service(Appointment appointment, Site site, Findings wrong) {
        List<String> codes = codes(appointment.getServiceType());
        if (codes.isEmpty()) {
            return wrong.add("serviceType", "missing");
        }
        return codes.stream()
                .map(code -> of(site).services().getOrDefault(code, code))
                .filter(service -> site.service(service).isPresent())
                .findFirst()
                .orElseGet(() -> wrong.add("serviceType", "unmapped"));
    }

    private static String patient(Appointment appointment, Findings wrong) {
        List<String> patients = participants(appointment, "Patient");
        return patients.size() == 1
                ? patients.get(0)
                : wrong.add("patient", patients.isEmpty() ? "missing" : "several");
    }

    private static Instant time(String field, InstantType time, Findings wrong) {
        return time.getValue() == null
                ? wrong.add(field, "missing")
                : time.getValue().toInstant();
    }

    private static AppointmentStatus status(Appointment appointment, Findings wrong) {
        AppointmentStatus status = appointment.hasStatus() ? Statuses.ours(appointment.getStatus()) : null;
        return status == null ? wrong.add("status", "missing") : status;
    }

    private EhrSite of(Site site) {
        return settings.site(site.siteId());
    }

    private static List<String> participants(Appointment appointment, String type) {
        return appointment.getParticipant().stream()
                .map(participant -> new IdType(participant.getActor().getReference()))
                .filter(actor -> type.equals(actor.getResourceType()) && actor.hasIdPart())
                .map(IdType::getIdPart)
                .distinct()
                .toList();
    }

    private static List<String> codes(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .toList();
    }
}
