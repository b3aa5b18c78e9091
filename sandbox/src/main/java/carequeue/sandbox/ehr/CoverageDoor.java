package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coverage;

/** Who pays for whom. */
final class CoverageDoor extends ReadDoor<Coverage> {

    CoverageDoor(Records records, ZoneId zone) {
        super(records, Coverage.class, zone);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "patient") ReferenceAndListParam patient,
            @OptionalParam(name = "beneficiary") ReferenceAndListParam beneficiary) {
        return search().common(id, lastUpdated)
                .reference(patient, "Patient", it -> Stream.of(it.getBeneficiary()))
                .reference(beneficiary, "Patient", it -> Stream.of(it.getBeneficiary()))
                .page();
    }
}
