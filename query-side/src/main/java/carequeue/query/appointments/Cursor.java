package carequeue.query.appointments;

import carequeue.api.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** Where a page of the plan ended: the start and the identifier of its last appointment. */
record Cursor(Instant start, String appointmentId) {

    static final Cursor BEGIN = new Cursor(Instant.EPOCH, "");

    String text() {
        String words = start + "|" + appointmentId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor of(String text) {
        if (text == null || text.isBlank()) {
            return BEGIN;
        }
        try {
            String[] words = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            return new Cursor(Instant.parse(words[0]), words[1]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new Refused.BadField("/cursor", "is not a cursor of this list");
        }
    }
}
