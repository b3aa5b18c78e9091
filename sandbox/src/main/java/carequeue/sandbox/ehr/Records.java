package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.state.Journal;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The memory of the EHR: the current version of each resource, what was written also in the journal. */
final class Records implements AutoCloseable {

    private final FhirContext fhir;
    private final Journal journal;
    private final Clock clock;
    private final List<Resource> samples;
    private final Map<String, Map<String, Resource>> byType = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Resource>> gone = new ConcurrentHashMap<>();
    private final List<Consumer<Resource>> listeners = new CopyOnWriteArrayList<>();

    Records(FhirContext fhir, Journal journal, Clock clock, List<Resource> samples) {
        this.fhir = fhir;
        this.journal = journal;
        this.clock = clock;
        this.samples = List.copyOf(samples);
        samples.forEach(this::keep);
        remember(journal.replay());
    }

    /** What was there before anybody wrote, as it was then. */
    List<Resource> samples() {
        return samples;
    }

    <T extends Resource> Optional<T> find(Class<T> type, String id) {
        return Optional.ofNullable(shelf(type.getSimpleName()).get(id))
                .map(type::cast)
                .map(Records::copy);
    }

    boolean has(String type, String id) {
        return type != null && id != null && byType.getOrDefault(type, Map.of()).containsKey(id);
    }

    /** Each resource of the type, by id; they are the kept ones and must not be changed. */
    <T extends Resource> Stream<T> all(Class<T> type) {
        return shelf(type.getSimpleName()).values().stream().map(type::cast);
    }

    /** Answers with what is already there, or else keeps this as a new resource under this id. */
    synchronized <T extends Resource> Written<T> create(
            T fresh, String id, Function<Records, Optional<T>> alreadyThere) {
        Optional<T> there = alreadyThere.apply(this);
        if (there.isPresent()) {
            return new Written<>(copy(there.get()), false);
        }
        return new Written<>(write(fresh, id, 1), true);
    }

    /** Replaces a resource by what the change makes of it; the change refuses by throwing. */
    synchronized <T extends Resource> T change(Class<T> type, String id, UnaryOperator<T> change) {
        T now = find(type, id).orElseThrow();
        long version = Long.parseLong(now.getMeta().getVersionId());
        return write(change.apply(now), id, version + 1);
    }

    /** Deletes a resource; its last version is remembered as deleted. */
    synchronized void remove(String type, String id) {
        Resource last = copy(shelf(type).get(id));
        Deleted.mark(last);
        stamp(last, id, Long.parseLong(last.getMeta().getVersionId()) + 1);
        journal.append(List.of(line(last)));
        keep(last);
        listeners.forEach(listener -> listener.accept(last));
    }

    /** The last version of what was deleted. */
    <T extends Resource> Stream<T> gone(Class<T> type) {
        return graves(type.getSimpleName()).values().stream().map(type::cast);
    }

    /** Tells of everything that is written from now on; what was deleted is marked so. */
    void listen(Consumer<Resource> listener) {
        listeners.add(listener);
    }

    /** Adds those that are not there yet, and never were, in one write. */
    synchronized void addMissing(List<? extends Resource> resources) {
        List<? extends Resource> missing = resources.stream()
                .filter(resource ->
                        !has(resource.fhirType(), resource.getIdElement().getIdPart())
                                && !graves(resource.fhirType())
                                        .containsKey(resource.getIdElement().getIdPart()))
                .toList();
        missing.forEach(resource -> stamp(resource, resource.getIdElement().getIdPart(), 1));
        if (!missing.isEmpty()) {
            journal.append(missing.stream().map(this::line).toList());
            missing.forEach(this::keep);
            missing.forEach(resource -> listeners.forEach(listener -> listener.accept(resource)));
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    /** What came of a write: the resource as it is kept, and whether it was made now. */
    record Written<T>(T resource, boolean created) {}

    private <T extends Resource> T write(T resource, String id, long version) {
        T kept = copy(resource);
        stamp(kept, id, version);
        journal.append(List.of(line(kept)));
        keep(kept);
        listeners.forEach(listener -> listener.accept(kept));
        return copy(kept);
    }

    private void stamp(Resource resource, String id, long version) {
        resource.getMeta().setVersionId(Long.toString(version)).setLastUpdated(Date.from(clock.instant()));
        resource.setId(resource.fhirType() + "/" + id + "/_history/" + version);
    }

    private void keep(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        boolean deleted = Deleted.is(resource);
        (deleted ? shelf(resource.fhirType()) : graves(resource.fhirType())).remove(id);
        (deleted ? graves(resource.fhirType()) : shelf(resource.fhirType())).put(id, resource);
    }

    private Map<String, Resource> graves(String type) {
        return gone.computeIfAbsent(type, t -> new ConcurrentSkipListMap<>());
    }

    private Map<String, Resource> shelf(String type) {
        return byType.computeIfAbsent(type, t -> new ConcurrentSkipListMap<>());
    }

    private String line(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }

    private void remember(List<String> lines) {
        Map<String, String> latest = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines) {
            number++;
            Resource resource = read(line, number);
            String key = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            latest.remove(key);
            latest.put(key, line);
            keep(resource);
        }
        if (latest.size() < lines.size()) {
            journal.compact(List.copyOf(latest.values()));
        }
    }

    private Resource read(String line, int number) {
        try {
            var resource = (Resource) fhir.newJsonParser().parseResource(line);
            String version = resource.getMeta().getVersionId();
            resource.setId(resource.fhirType() + "/" + resource.getIdElement().getIdPart() + "/_history/" + version);
            return resource;
        } catch (DataFormatException e) {
            throw new SandboxCannotStart("Line " + number + " of the sandbox's journal cannot be read");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Resource> T copy(T resource) {
        return (T) resource.copy();
    }
}
