package carequeue.adapter.pms.rest;

import carequeue.adapter.pms.NotAccepted;
import carequeue.adapter.pms.PmsAppointment;
import carequeue.adapter.pms.PmsStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads an appointment strictly in the shape agreed on; fields beyond it are passed over. */
final class PmsJson {

    private static final List<String> SHAPE = List.of(
            "appointmentId",
            "patientId",
            "providerId",
            "scheduledTime",
            "duration",
            "appointmentType",
            "status",
            "department");
    private static final int LONGEST = 200;
    private static final int A_DAY = 24 * 60;

    private PmsJson() {}

    static PmsAppointment appointment(JsonNode a, String etag) {
        String id = id(a);
        String version = first(a, "version");
        String match = etag != null ? etag : version == null ? null : '"' + version + '"';
        return new PmsAppointment(
                id,
                text(a, "patientId", id),
                a.path("providerId").isNull() || !a.has("providerId") ? null : text(a, "providerId", id),
                time(a, id),
                minutes(a, id),
                text(a, "appointmentType", id),
                PmsStatus.of(text(a, "status", id)).orElseThrow(() -> new NotAccepted(id, "status unknown")),
                text(a, "department", id),
                version == null ? digest(a) : version,
                match,
                instant(first(a, "updatedAt", "lastModified")),
                first(a.path("externalIds"), "ehr"));
    }

    private static String id(JsonNode a) {
        JsonNode id = a.path("appointmentId");
        boolean usable = id.isValueNode() && !id.isNull() && !id.asText().isBlank();
        if (!usable || id.asText().length() > LONGEST || id.asText().indexOf('\0') >= 0) {
            throw new NotAccepted("(without identifier)", "appointmentId missing");
        }
        return id.asText();
    }

    private static String text(JsonNode a, String field, String id) {
        JsonNode value = a.path(field);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw new NotAccepted(id, field + " missing");
        } else if (value.asText().length() > LONGEST || value.asText().indexOf('\0') >= 0) {
            throw new NotAccepted(id, field + " malformed");
        }
        return value.asText().strip();
    }

    private static String time(JsonNode a, String id) {
        String time = text(a, "scheduledTime", id);
        try {
            PmsAppointment.instant(time, ZoneOffset.UTC);
            return time;
        } catch (DateTimeException e) {
            throw new NotAccepted(id, "scheduledTime malformed");
        }
    }

    private static int minutes(JsonNode a, String id) {
        JsonNode duration = a.path("duration");
        if (duration.isMissingNode() || duration.isNull()) {
            throw new NotAccepted(id, "duration missing");
        }
        int minutes = duration.asText().matches("\\d{1,4}") ? duration.asInt() : 0;
        if (minutes < 1 || minutes > A_DAY) {
            throw new NotAccepted(id, "duration malformed");
        }
        return minutes;
    }

    static Instant instant(String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The first of these fields that holds something, as a text, or null. */
    static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.path(field);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }

    /** A version for a system that has none: another content is another version. */
    private static String digest(JsonNode a) {
        String content = SHAPE.stream().map(field -> a.path(field).asText()).collect(Collectors.joining("\u001f"));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
