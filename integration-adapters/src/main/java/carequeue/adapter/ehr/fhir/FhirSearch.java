package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.gclient.ICriterion;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads what hangs together: by search over all pages, and by following references, also into what is contained. */
final class FhirSearch {

    private final FhirCalls calls;
    private final Capabilities capabilities;
    private final String url;

    FhirSearch(FhirCalls calls, Capabilities capabilities, String url) {
        this.calls = calls;
        this.capabilities = capabilities;
        this.url = url;
    }

    <T extends Resource> T read(Class<T> type, String id) {
        return calls.call(client -> client.read().resource(type).withId(id).execute());
    }

    /** All that fit; none where the server has no such resources. */
    <T extends Resource> Stream<T> all(Class<T> type, ICriterion<?> criterion) {
        String name = type.getSimpleName();
        if (!capabilities.now().may(name, TypeRestfulInteraction.SEARCHTYPE)) {
            return Stream.empty();
        }
        Stream.Builder<T> found = Stream.builder();
        Pages follow = new Pages(calls, url, name);
        Bundle page = calls.call(client -> client.search()
                .forResource(type)
                .where(criterion)
                .returnBundle(Bundle.class)
                .execute());
        for (; page != null; page = follow.after(page)) {
            // What we do not understand is not billed.
            Found.in(page, type)
                    .filter(it -> !(it instanceof DomainResource resource) || Modifiers.none(resource))
                    .forEach(found);
        }
        return found.build();
    }

    /** What a reference points to, if it is of the type and there. */
    <T extends Resource> Stream<T> follow(Class<T> type, Reference reference, DomainResource from) {
        IdType target = new IdType(reference.getReference());
        if (target.isLocal()) {
            return from.getContained().stream()
                    .filter(resource -> local(resource).equals(target.getIdPart()))
                    .filter(type::isInstance)
                    .map(type::cast);
        }
        boolean readable = target.hasIdPart() && type.getSimpleName().equals(target.getResourceType());
        if (!readable || !isHere(target)) {
            return Stream.empty();
        }
        try {
            return Stream.of(read(type, target.getIdPart()));
        } catch (OutsideFailure.NotThere gone) {
            return Stream.empty();
        }
    }

    /** The person behind a reference, also by their role. */
    Stream<Practitioner> practitioner(Reference reference, DomainResource from) {
        return Stream.concat(
                follow(Practitioner.class, reference, from),
                follow(PractitionerRole.class, reference, from)
                        .flatMap(role -> follow(Practitioner.class, role.getPractitioner(), role)));
    }

    private boolean isHere(IdType target) {
        return !target.isAbsolute() || target.getValue().startsWith(url.replaceAll("/+$", "") + "/");
    }

    private static String local(Resource contained) {
        String id = contained.getIdElement().getIdPart();
        return id == null ? "" : id.startsWith("#") ? id : "#" + id;
    }
}
