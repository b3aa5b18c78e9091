package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What is there before anybody writes: the samples with their MRNs, the site, and the patients broken on purpose. */
final class World {

    private static final Date SINCE = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    private World() {}

    static List<Resource> of(FhirContext fhir, ZoneId zone) {
        List<Resource> all = new ArrayList<>(Samples.read(fhir));
        List<Patient> living = new ArrayList<>();
        for (Resource resource : all) {
            if (resource instanceof Patient patient) {
                String id = patient.getIdElement().getIdPart();
                patient.addIdentifier(SiteMrn.of(id));
                Contacts.giveMostAnEmail(patient, id);
                if (!patient.hasDeceased()) {
                    living.add(patient);
                }
            }
        }
        all.addAll(BrokenPatients.mixedFrom(living));
        all.addAll(Payers.all());
        living.stream().map(Payers::policyOf).flatMap(Optional::stream).forEach(all::add);
        all.add(organization());
        all.add(location(zone));
        all.forEach(World::firstVersion);
        return all;
    }

    private static Organization organization() {
        var organization = new Organization();
        organization.setId("Organization/" + Systems.MAIN_SITE);
        organization.addIdentifier().setSystem(Systems.SITE).setValue(Systems.MAIN_SITE);
        organization.addIdentifier().setSystem("http://hl7.org/fhir/sid/us-npi").setValue("1234567893");
        return organization.setActive(true).setName("CareQueue Demonstration Clinic");
    }

    private static Location location(ZoneId zone) {
        var location = new Location();
        location.setId("Location/" + Systems.MAIN_SITE);
        location.addIdentifier().setSystem(Systems.SITE).setValue(Systems.MAIN_SITE);
        location.addExtension("http://hl7.org/fhir/StructureDefinition/timezone", new CodeType(zone.getId()));
        location.addType()
                .addCoding()
                .setSystem("https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set")
                .setCode("11");
        return location.setStatus(Location.LocationStatus.ACTIVE)
                .setName("CareQueue Demonstration Clinic")
                .setManagingOrganization(new Reference("Organization/" + Systems.MAIN_SITE));
    }

    private static void firstVersion(Resource resource) {
        resource.getMeta().setVersionId("1").setLastUpdated(SINCE);
        resource.setId(resource.fhirType() + "/" + resource.getIdElement().getIdPart() + "/_history/1");
    }
}
