package carequeue.command.door;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.site.Policy;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;

/**
 * What a request says beside its body: who asks, through which channel, why, and under which key it may be repeated.
 *
 * @param policies those under which it is decided, or null
 * @param said whether it is typed in afterwards, and for whom
 */
public record Asked(
        Actor actor, Channel channel, String reason, String policies, Map<String, Object> repeat, Circumstances said) {

    private static final int LONGEST_KEY = 200;

    /** A request that says nothing beside its body, to be repeated under what {@code repeat} holds. */
    public static Asked plainly(Actor actor, Channel channel, Map<String, Object> repeat) {
        return new Asked(actor, channel, null, null, repeat, Circumstances.NONE);
    }

    /** A request at the desk. */
    public static Asked of(Actor actor, HttpServletRequest request) {
        return new Asked(actor, Channel.DESK, null, null, repeat(actor, request), Circumstances.of(actor, request));
    }

    /** The same through another channel, or with a reason. */
    public Asked through(Channel other, String why) {
        return new Asked(actor, other, why, policies, repeat, said);
    }

    /** The same under policies, which its events will name. */
    public Asked under(Policy... those) {
        String noted = Stream.of(those).map(Policy::noted).collect(Collectors.joining(" "));
        return new Asked(actor, channel, reason, noted, repeat, said);
    }

    /** The same for somebody else, where nobody is named yet. */
    public Asked onBehalfOf(String person) {
        boolean named = said.onBehalfOf() != null || person == null;
        Circumstances other = named ? said : new Circumstances(said.occurredAt(), said.why(), person);
        return new Asked(actor, channel, reason, policies, repeat, other);
    }

    /** When it happened: as it was said, else the instant that is now. */
    public Instant at(Instant now) {
        return said.occurredAt() == null ? now : said.occurredAt();
    }

    /** One of several parts of the request: its orders have keys of their own under the request's. */
    public Asked part(String name) {
        Map<String, Object> own = new TreeMap<>(repeat);
        own.computeIfPresent(Facts.REPEAT_KEY, (k, key) -> key + "#" + name);
        return new Asked(actor, channel, reason, policies, own, said);
    }

    /** An identifier that a repeat of the request gives again; any other request gives another. */
    public String id(String kind) {
        Object key = repeat.get(Facts.REPEAT_KEY);
        return key == null
                ? Generators.timeBasedEpochGenerator().generate().toString()
                : Ids.derived(kind, String.valueOf(repeat.get(Facts.REPEAT_SCOPE)), key.toString());
    }

    /** The metadata of one command of the request; each of several has a step of its own, so that a repeat finds each answer. */
    MetaData facts(String step, String visitId) {
        Map<String, Object> facts = new TreeMap<>(repeat);
        if (step != null) {
            facts.computeIfPresent(Facts.REPEAT_KEY, (k, key) -> key + "#" + step);
        }
        facts.put(Facts.ACTOR, actor.id());
        facts.put(Facts.ROLES, String.join(" ", actor.roles()));
        facts.put(Facts.SITES, String.join(" ", actor.sites()));
        facts.put(Facts.CHANNEL, channel.toString());
        put(facts, Facts.SOURCE, actor.source());
        put(facts, Facts.REASON, said.with(reason));
        put(facts, Facts.ON_BEHALF_OF, said.onBehalfOf());
        put(
                facts,
                Facts.OCCURRED_AT,
                said.occurredAt() == null ? null : said.occurredAt().toString());
        put(facts, Facts.POLICIES, policies);
        put(facts, Facts.CORRELATION_ID, visitId);
        return MetaData.from(facts);
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static Map<String, Object> repeat(Actor actor, HttpServletRequest request) {
        String key = request.getHeader(Door.KEY);
        if (key == null) {
            return Map.of();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refused.BadField("Idempotency-Key", "has between 1 and " + LONGEST_KEY + " characters");
        }
        return Map.of(
                Facts.REPEAT_SCOPE,
                actor.id() + " " + request.getMethod() + " " + request.getRequestURI(),
                Facts.REPEAT_KEY,
                key,
                Facts.REPEAT_BODY,
                String.valueOf(request.getAttribute(Bodies.HASH)));
    }
}
