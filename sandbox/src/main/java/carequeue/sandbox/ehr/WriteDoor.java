package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** Also takes new resources and new versions, refusing what makes no sense. */
abstract class WriteDoor<T extends Resource> extends ReadDoor<T> {

    WriteDoor(Records records, Class<T> type, ZoneId zone) {
        super(records, type, zone);
    }

    abstract List<Identifier> identifiers(T resource);

    /** Refuses a resource that does not hold together by itself. */
    abstract void check(T wanted);

    /** Refuses a change that makes no sense, or answers with what is to be kept. */
    T next(T now, T wanted) {
        return wanted;
    }

    @Create
    public MethodOutcome create(@ResourceParam T fresh, @ConditionalUrlParam String condition) {
        check(fresh);
        References.check(fresh, records());
        Optional<IfNoneExist> unless = IfNoneExist.read(condition);
        var written = records()
                .create(
                        fresh,
                        UUID.randomUUID().toString(),
                        all -> unless.flatMap(test -> test.onlyOne(all.all(getResourceType()), this::identifiers)));
        return outcome(written.resource()).setCreated(written.created());
    }

    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam T wanted) {
        if (!records().has(getResourceType().getSimpleName(), id.getIdPart())) {
            throw new MethodNotAllowedException("This server gives ids itself; create with POST");
        }
        check(wanted);
        References.check(wanted, records());
        return outcome(records().change(getResourceType(), id.getIdPart(), now -> {
            sameVersion(id, now);
            return next(now, wanted);
        }));
    }

    private void sameVersion(IdType asked, T now) {
        String version = now.getMeta().getVersionId();
        if (asked.hasVersionIdPart() && !asked.getVersionIdPart().equals(version)) {
            throw new PreconditionFailedException("The version is " + version + ", not " + asked.getVersionIdPart());
        }
    }

    private MethodOutcome outcome(T kept) {
        return new MethodOutcome(kept.getIdElement()).setResource(kept);
    }
}
