package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;

/** The houses: hospitals, practices and the site itself. */
final class OrganizationDoor extends ReadDoor<Organization> {

    OrganizationDoor(Records records, ZoneId zone) {
        super(records, Organization.class, zone);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "identifier") TokenAndListParam identifier,
            @OptionalParam(name = "name") StringAndListParam name) {
        return search().common(id, lastUpdated)
                .identifier(identifier, Organization::getIdentifier)
                .text(name, it -> Stream.of(it.getName()))
                .page();
    }
}
