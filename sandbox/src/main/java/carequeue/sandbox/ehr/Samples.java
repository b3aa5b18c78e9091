package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The synthetic people and houses as shipped, their references by query resolved to references by id. */
final class Samples {

    private final Map<String, String> targets = new HashMap<>();

    private Samples() {}

    static List<Resource> read(FhirContext fhir) {
        return new Samples().resolved(bundles(fhir));
    }

    private static List<Bundle> bundles(FhirContext fhir) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Samples.class.getResourceAsStream("/sandbox/synthea.ndjson"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> fhir.newJsonParser().parseResource(Bundle.class, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> resolved(List<Bundle> bundles) {
        List<Resource> all = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (var entry : bundle.getEntry()) {
                all.add(named(entry));
            }
        }
        all.forEach(this::resolve);
        return all;
    }

    private Resource named(Bundle.BundleEntryComponent entry) {
        Resource resource = entry.getResource();
        String id = entry.getFullUrl().substring("urn:uuid:".length());
        resource.setId(resource.fhirType() + "/" + id);
        String target = resource.fhirType() + "/" + id;
        targets.put(entry.getFullUrl(), target);
        Property identifiers = resource.getNamedProperty("identifier");
        if (identifiers != null) {
            identifiers.getValues().forEach(value -> targets.put(key((Identifier) value), target));
        }
        return resource;
    }

    private void resolve(org.hl7.fhir.r4.model.Base within) {
        for (Property property : within.children()) {
            for (var value : property.getValues()) {
                if (value instanceof Reference reference) {
                    point(reference);
                } else if (!(value instanceof DomainResource)) {
                    resolve(value);
                }
            }
        }
    }

    private void point(Reference reference) {
        String asked = reference.hasReference()
                ? reference.getReference().replaceFirst("^[A-Za-z]+\\?identifier=", "")
                : key(reference.getIdentifier());
        String target = targets.get(asked);
        if (target == null) {
            throw new IllegalStateException("The samples do not hold " + asked);
        }
        reference.setResource(null);
        reference.setReference(target);
    }

    private static String key(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
