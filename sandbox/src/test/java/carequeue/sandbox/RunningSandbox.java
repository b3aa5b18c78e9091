package carequeue.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** A sandbox for a test, asked over HTTP as an application asks it. */
final class RunningSandbox implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final FhirContext FHIR = client();

    /** Held, since the JDK forgets loggers nobody holds. */
    private static final Logger SERVLET_CONTAINER = Logger.getLogger("org.apache");

    static {
        SERVLET_CONTAINER.setLevel(Level.WARNING);
    }

    final MovableClock clock;
    final Sandbox.Running running;
    final IGenericClient ehr;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningSandbox(Path directory, MovableClock clock) {
        this.clock = clock;
        this.running = Sandbox.start(
                Settings.of(directory, 0).withClock(clock).withZone(ZONE).withNewDayCheck(Duration.ofMillis(20)));
        this.ehr = FHIR.newRestfulGenericClient(running.fhirUrl());
    }

    static RunningSandbox at(Path directory, Instant now) {
        return new RunningSandbox(directory, new MovableClock(now));
    }

    static RunningSandbox in(Path directory) {
        return at(directory, NOON);
    }

    /** Every resource of the type, page by page. */
    <T extends Resource> List<T> all(Class<T> type) {
        return pages(
                type,
                ehr.search()
                        .forResource(type)
                        .count(100)
                        .returnBundle(Bundle.class)
                        .execute());
    }

    List<Appointment> appointments(String query) {
        return pages(Appointment.class, search("Appointment?_count=500&" + query));
    }

    Bundle search(String query) {
        return ehr.search()
                .byUrl(running.fhirUrl() + "/" + query)
                .returnBundle(Bundle.class)
                .execute();
    }

    <T extends Resource> T read(Class<T> type, String id) {
        return ehr.read().resource(type).withId(id).execute();
    }

    <T extends IBaseResource> T update(T resource) {
        @SuppressWarnings("unchecked")
        T kept = (T) ehr.update().resource(resource).execute().getResource();
        return kept;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    URI uri(String path) {
        return URI.create(running.url() + path);
    }

    @Override
    public void close() {
        running.close();
    }

    private <T extends Resource> List<T> pages(Class<T> type, Bundle first) {
        List<T> found = new ArrayList<>();
        Bundle page = first;
        while (true) {
            page.getEntry().forEach(entry -> found.add(type.cast(entry.getResource())));
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                return found;
            }
            page = ehr.loadPage().next(page).execute();
        }
    }

    private static FhirContext client() {
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return fhir;
    }
}
