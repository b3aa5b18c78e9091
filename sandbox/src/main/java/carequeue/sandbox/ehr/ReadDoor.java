package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.IdType;
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
        T now = records.find(type, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        if (id.hasVersionIdPart() && !id.getVersionIdPart().equals(now.getMeta().getVersionId())) {
            throw new ResourceNotFoundException(id);
        }
        return now;
    }

    Records records() {
        return records;
    }

    Search<T> search() {
        return new Search<>(records.all(type), zone);
    }
}
