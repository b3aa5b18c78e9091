package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EncounterNews;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** Finds the Encounter of a visit: the one that we made, or where only the EHR makes them the one of the appointment. */
final class EncounterSearch {

    private final FhirCalls calls;
    private final Capabilities capabilities;
    private final String url;

    EncounterSearch(FhirCalls calls, Capabilities capabilities, String url) {
        this.calls = calls;
        this.url = url;
        this.capabilities = capabilities;
    }

    Optional<Encounter> of(EncounterNews news) {
        Allowed allowed = capabilities.now();
        Set<String> by = allowed.searches("Encounter");
        boolean ours = allowed.may("Encounter", TypeRestfulInteraction.CREATE);
        if (ours && (by.isEmpty() || by.contains("identifier"))) {
            return byVisit(news.visitId());
        }
        return byPatient(news.ehrPatientId())
                .filter(encounter -> isOf(encounter, news))
                .findFirst();
    }

    private Optional<Encounter> byVisit(String visitId) {
        Bundle bundle = calls.call(client -> client.search()
                .forResource(Encounter.class)
                .where(Encounter.IDENTIFIER.exactly().systemAndIdentifier(Identifiers.VISIT, visitId))
                .returnBundle(Bundle.class)
                .execute());
        // A server that does not know the parameter may answer with all it has.
        return encounters(bundle)
                .filter(encounter -> hasVisit(encounter, visitId))
                .findFirst();
    }

    private Stream<Encounter> byPatient(String patient) {
        Bundle bundle = calls.call(client -> client.search()
                .forResource(Encounter.class)
                .where(Encounter.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute());
        Stream.Builder<Encounter> all = Stream.builder();
        Pages follow = new Pages(calls, url, "Encounter");
        for (Bundle page = bundle; page != null; page = follow.after(page)) {
            encounters(page).forEach(all);
        }
        return all.build();
    }

    private static Stream<Encounter> encounters(Bundle bundle) {
        return Found.in(bundle, Encounter.class);
    }

    private static boolean isOf(Encounter encounter, EncounterNews news) {
        return hasVisit(encounter, news.visitId())
                || news.ehrAppointmentId() != null
                        && encounter.getAppointment().stream()
                                .map(Reference::getReferenceElement)
                                .anyMatch(appointment -> news.ehrAppointmentId().equals(appointment.getIdPart()));
    }

    private static boolean hasVisit(Encounter encounter, String visitId) {
        return encounter.getIdentifier().stream()
                .filter(identifier -> Identifiers.VISIT.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .anyMatch(visitId::equals);
    }
}
