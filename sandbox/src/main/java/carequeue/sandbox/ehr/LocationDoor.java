package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Location;

/** The places; the demonstration site is the one with the id main. */
final class LocationDoor extends ReadDoor<Location> {

    LocationDoor(Records records, ZoneId zone) {
        super(records, Location.class, zone);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "identifier") TokenAndListParam identifier,
            @OptionalParam(name = "name") StringAndListParam name) {
        return search().common(id, lastUpdated)
                .identifier(identifier, Location::getIdentifier)
                .text(name, it -> Stream.of(it.getName()))
                .page();
    }
}
