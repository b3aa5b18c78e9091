package carequeue.command.door;

import carequeue.api.Actor;
import carequeue.api.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What an order says beside its body of how it came about: that it is typed in afterwards, and for whom somebody acts. All may be null.
 *
 * @param occurredAt when it happened, where that is not now
 * @param why it is typed in only now
 * @param onBehalfOf the identifier of the person for whom the actor acts
 */
record Circumstances(Instant occurredAt, String why, String onBehalfOf) {

    /** The header with the instant at which it happened, such as {@code 2026-11-23T17:00:00Z}. */
    static final String OCCURRED = "Occurred-At";

    /** The header that says why it is typed in only now; what is not ASCII is percent-encoded. */
    static final String WHY = "Occurred-Reason";

    /** The header with the identifier of the person for whom the actor acts. */
    static final String BEHALF = "On-Behalf-Of";

    /** Nothing is said: it happens now, and the actor acts for nobody else. */
    static final Circumstances NONE = new Circumstances(null, null, null);

    private static final int LONGEST = 500;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");

    static Circumstances of(Actor actor, HttpServletRequest request) {
        Instant at = instant(request.getHeader(OCCURRED));
        String why = text(request.getHeader(WHY));
        String behalf = request.getHeader(BEHALF);
        if (at == null && why == null && behalf == null) {
            return NONE;
        } else if (!actor.is("front-desk", "clinician", "billing", "manager")) {
            throw new Refused.NotAllowed("Only staff type in afterwards, or act for somebody else.");
        } else if ((at == null) != (why == null)) {
            throw new Refused.BadField(at == null ? OCCURRED : WHY, "is needed with the other one");
        } else if (behalf != null && !IDENTIFIER.matcher(behalf).matches()) {
            throw new Refused.BadField(BEHALF, "is an identifier of 64 characters at most");
        }
        return new Circumstances(at, why, behalf);
    }

    /** The reason of the order, with the one for which it is typed in only now. */
    String with(String reason) {
        if (why == null) {
            return reason;
        }
        return reason == null ? "typed in afterwards: " + why : reason + " (typed in afterwards: " + why + ")";
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused.BadField(OCCURRED, "is an instant such as 2026-11-23T17:00:00Z");
        }
    }

    private static String text(String header) {
        if (header == null) {
            return null;
        }
        String text = header.contains("%") ? decoded(header) : header;
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused.BadField(WHY, "has between 1 and " + LONGEST + " characters");
        }
        return text;
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return header;
        }
    }
}
