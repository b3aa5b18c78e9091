package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;

/** What the patients suffer from, as it was coded for a visit. */
final class ConditionDoor extends ReadDoor<Condition> {

    ConditionDoor(Records records, ZoneId zone) {
        super(records, Condition.class, zone);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "patient") ReferenceAndListParam patient,
            @OptionalParam(name = "encounter") ReferenceAndListParam encounter) {
        return search().common(id, lastUpdated)
                .reference(patient, "Patient", it -> Stream.of(it.getSubject()))
                .reference(encounter, "Encounter", it -> Stream.of(it.getEncounter()))
                .page();
    }
}
