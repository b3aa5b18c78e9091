package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrNotification;
import carequeue.adapter.ehr.EhrNotification.Kind;
import carequeue.adapter.ehr.EhrNotification.News;
import carequeue.adapter.ehr.fhir.Notifications.NoNotification;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.IdType;

/** Reads the status of a subscription in either of its forms. */
final class StatusReading {

    private final JsonNode bundle;
    private final JsonNode status;

    StatusReading(JsonNode bundle) {
        this.bundle = bundle;
        this.status = items(bundle.path("entry"))
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().matches("Parameters|SubscriptionStatus"))
                .findFirst()
                .orElseThrow(() -> new NoNotification("its Bundle has no status of a subscription"));
    }

    EhrNotification notification() {
        String type = value("type");
        String subscription = idOf(reference("subscription"));
        Long events = number(value("eventsSinceSubscriptionStart"));
        boolean failing = value("status").matches("error|off|entered-in-error");
        return switch (type) {
            case "handshake" -> new EhrNotification(Kind.HANDSHAKE, subscription, events, List.of());
            case "heartbeat" ->
                new EhrNotification(failing ? Kind.FAILING : Kind.HEARTBEAT, subscription, events, List.of());
            case "event-notification", "query-event", "query-status" ->
                new EhrNotification(Kind.EVENTS, subscription, events, news());
            default -> throw new NoNotification("its status has no known type");
        };
    }

    /** A resource as such, which only says that it changed. */
    static EhrNotification ofResource(JsonNode resource) {
        EhrChange.Kind kind = EhrChange.Kind.of(resource.path("resourceType").asText());
        String id = resource.path("id").asText();
        if (kind == null) {
            return new EhrNotification(Kind.EVENTS, null, null, List.of());
        }
        if (id.isEmpty()) {
            throw new NoNotification("its resource has no id");
        }
        String version = resource.at("/meta/versionId").asText();
        return EhrNotification.of(kind, id, version.isEmpty() ? null : version);
    }

    private List<News> news() {
        List<News> all = new ArrayList<>();
        events().forEach(event -> {
            Long number = number(part(event, "eventNumber", "event-number"));
            Stream.concat(references(event, "focus"), references(event, "additionalContext"))
                    .map(IdType::new)
                    .filter(id -> id.hasIdPart() && EhrChange.Kind.of(id.getResourceType()) != null)
                    .forEach(id -> all.add(new News(
                            number, EhrChange.Kind.of(id.getResourceType()), id.getIdPart(), id.getVersionIdPart())));
        });
        if (all.isEmpty()) {
            changedBeside().forEach(all::add);
        }
        return all;
    }

    /** Some servers name no focus: then the addresses of the entries say what changed. */
    private Stream<News> changedBeside() {
        return items(bundle.path("entry"))
                .map(entry ->
                        entry.at("/request/url").asText(entry.path("fullUrl").asText()))
                .map(IdType::new)
                .filter(id -> id.hasIdPart() && EhrChange.Kind.of(id.getResourceType()) != null)
                .map(id ->
                        new News(null, EhrChange.Kind.of(id.getResourceType()), id.getIdPart(), id.getVersionIdPart()));
    }

    private Stream<JsonNode> events() {
        return Stream.concat(
                items(status.path("notificationEvent")), parameters(status.path("parameter"), "notification-event"));
    }

    private String value(String name) {
        String plain = status.path(name).asText();
        return plain.isEmpty() ? part(status, name, dashed(name)) : plain;
    }

    private String reference(String name) {
        return references(status, name).findFirst().orElse("");
    }

    /** A field of a SubscriptionStatus, or a parameter or part of Parameters. */
    private static String part(JsonNode of, String name, String dashed) {
        String plain = of.path(name).asText();
        return !plain.isEmpty()
                ? plain
                : named(of, dashed).map(StatusReading::text).findFirst().orElse("");
    }

    private static Stream<String> references(JsonNode of, String name) {
        JsonNode plain = of.path(name);
        Stream<JsonNode> fields = plain.isArray() ? items(plain) : Stream.of(plain);
        return Stream.concat(
                        fields.map(field -> field.path("reference").asText()),
                        named(of, dashed(name))
                                .map(p -> p.at("/valueReference/reference").asText()))
                .filter(reference -> !reference.isEmpty());
    }

    private static Stream<JsonNode> named(JsonNode of, String dashed) {
        return Stream.concat(parameters(of.path("parameter"), dashed), parameters(of.path("part"), dashed));
    }

    private static Stream<JsonNode> parameters(JsonNode list, String name) {
        return items(list).filter(parameter -> parameter.path("name").asText().equals(name));
    }

    private static String text(JsonNode parameter) {
        return StreamSupport.stream(((Iterable<String>) parameter::fieldNames).spliterator(), false)
                .filter(field -> field.startsWith("value"))
                .map(field -> parameter.path(field).asText())
                .findFirst()
                .orElse("");
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String idOf(String reference) {
        return Optional.of(reference)
                .filter(r -> !r.isEmpty())
                .map(r -> new IdType(r).getIdPart())
                .orElse(null);
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
