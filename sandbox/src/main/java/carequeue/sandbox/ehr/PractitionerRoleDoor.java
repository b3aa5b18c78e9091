package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PractitionerRole;

/** Who treats where. */
final class PractitionerRoleDoor extends ReadDoor<PractitionerRole> {

    PractitionerRoleDoor(Records records, ZoneId zone) {
        super(records, PractitionerRole.class, zone);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "practitioner") ReferenceAndListParam practitioner,
            @OptionalParam(name = "organization") ReferenceAndListParam organization) {
        return search().common(id, lastUpdated)
                .reference(practitioner, "Practitioner", role -> Stream.of(role.getPractitioner()))
                .reference(organization, "Organization", role -> Stream.of(role.getOrganization()))
                .page();
    }
}
