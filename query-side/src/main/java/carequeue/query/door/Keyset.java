package carequeue.query.door;

import carequeue.api.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** Where a page of a list ended: the time and the identifier of what stood last on it. */
public record Keyset(Instant at, String id) {

    /** Before everything, in a list that begins with the oldest. */
    public static final Keyset OLDEST = new Keyset(Instant.EPOCH, "");

    /** Before everything, in a list that begins with the newest. */
    public static final Keyset NEWEST = new Keyset(Instant.parse("9999-12-31T00:00:00Z"), "");

    /** The cursor that stands for it. */
    public String text() {
        String words = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a cursor stands; {@code begin} without one. */
    public static Keyset of(String cursor, Keyset begin) {
        if (cursor == null || cursor.isBlank()) {
            return begin;
        }
        try {
            String[] words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
            Keyset end = new Keyset(Instant.parse(words[0]), words[1]);
            if (!end.at.isBefore(OLDEST.at) && !end.at.isAfter(NEWEST.at) && end.id.indexOf(0) < 0) {
                return end;
            }
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Refused.BadField wrong() {
        return new Refused.BadField("/cursor", "is not a cursor of this list");
    }

    /** Its time, as the database takes it. */
    public Timestamp time() {
        return Timestamp.from(at);
    }
}
