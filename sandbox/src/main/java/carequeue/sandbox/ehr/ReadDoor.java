package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Since;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;

/** Reads resources of one type; of the versions only the present one is kept. */
abstract class ReadDoor<T extends Resource> implements IResourceProvider {

    private final Records records;
    private final Class<T> type;
    private final ZoneId zone;

    ReadDoor(Records records, Class<T> type, ZoneId zone) {
        this.records = records;
        this.type = type;
        this.zone = zone;
    }

    @Override
    public Class<T> getResourceType() {
        return type;
    }

    @Read(version = true)
    public T read(@IdParam IdType id) {
        T now = records.find(type, id.getIdPart()).orElseThrow(() -> missing(id));
        if (id.hasVersionIdPart() && !id.getVersionIdPart().equals(now.getMeta().getVersionId())) {
            throw new ResourceNotFoundException(id);
        }
        return now;
    }

    private BaseServerResponseException missing(IdType id) {
        boolean deleted = records.gone(type)
                .anyMatch(grave -> grave.getIdElement().getIdPart().equals(id.getIdPart()));
        return deleted ? new ResourceGoneException(id) : new ResourceNotFoundException(id);
    }

    /** What was written since, the newest first; of each thing only its last version is kept. */
    @History
    public IBundleProvider history(@Since InstantType since) {
        return Deleted.history(records.all(type), records.gone(type), since);
    }

    Records records() {
        return records;
    }

    Search<T> search() {
        return new Search<>(records.all(type), zone);
    }
}
