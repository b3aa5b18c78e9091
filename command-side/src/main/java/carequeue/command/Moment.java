package carequeue.command;

import carequeue.api.Facts;
import carequeue.api.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;

/**
 * When and by whom something is decided.
 *
 * @param at when it occurred: as the one who orders says, else now
 * @param said the metadata of the command
 */
public record Moment(Instant at, MetaData said) {

    // Clocks of callers go a little wrong.
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration BACK = Duration.ofDays(7);

    /** The moment of a command. */
    public static Moment of(MetaData said, Clock clock) {
        Object occurred = said.get(Facts.OCCURRED_AT);
        Instant now = clock.instant();
        Instant at = occurred == null ? now : believable(Instant.parse(occurred.toString()), now);
        return new Moment(at.truncatedTo(ChronoUnit.MICROS), said);
    }

    private static Instant believable(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            throw new Refused.AgainstRule("not-yet", "What is typed in afterwards has happened: the time is to come.");
        } else if (at.isBefore(now.minus(BACK))) {
            throw new Refused.AgainstRule(
                    "too-long-ago", "What happened more than " + BACK.toDays() + " days ago is not typed in here.");
        }
        return at.isAfter(now) ? now : at;
    }

    /** Whether the one who orders may see the site; CareQueue itself, which names no sites, may. */
    public static boolean mayEnter(MetaData said, String siteId) {
        Object sites = said.get(Facts.SITES);
        if (sites == null) {
            return true;
        }
        List<String> seen = List.of(sites.toString().split(" "));
        return seen.contains("*") || seen.contains(siteId);
    }

    /** Whether it is typed in afterwards. */
    public boolean isTypedIn() {
        return said.get(Facts.OCCURRED_AT) != null;
    }

    /** Whether the one who orders has one of the roles. */
    public boolean is(String... anyOf) {
        List<String> roles =
                List.of(said.getOrDefault(Facts.ROLES, "").toString().split(" "));
        return List.of(anyOf).stream().anyMatch(roles::contains);
    }

    /** The facts of an event that happens now at a site, on a visit or (null) on none. */
    public Map<String, Object> facts(String siteId, LocalDate businessDay, String visitId) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put(Facts.SITE, siteId);
        facts.put(Facts.BUSINESS_DAY, businessDay.toString());
        facts.put(Facts.OCCURRED_AT, at.toString());
        if (visitId != null) {
            facts.put(Facts.CORRELATION_ID, visitId);
        }
        return facts;
    }
}
