package carequeue.command.site;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Dated;
import carequeue.api.site.Policies;
import carequeue.api.site.Policy;
import carequeue.api.site.SiteCommand.SetPolicy;
import carequeue.api.site.SiteHistory;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Policies get new values over HTTP; each change is a version that holds from an instant on. */
@RestController
class PolicyDoor {

    private final Door door;
    private final Sites sites;
    private final ObjectMapper json;

    PolicyDoor(Door door, Sites sites, ObjectMapper json) {
        this.door = door;
        this.sites = sites;
        this.json = json;
    }

    /** The version that came of it. */
    record PolicyVersion(String policy, int version) {}

    /** The body has the values that change, and {@code effectiveFrom}; a {@code version} is the one that was read. */
    @PutMapping("/api/sites/{siteId}/policies/{name}")
    ResponseEntity<PolicyVersion> policy(
            @PathVariable String siteId,
            @PathVariable String name,
            @RequestBody ObjectNode body,
            Actor actor,
            HttpServletRequest http) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        sites.look();
        SiteHistory history = sites.history(siteId).orElseThrow(() -> new Refused.NotFound("site", siteId));
        Policy before = latest(history, name);
        Instant from = effectiveFrom(body.remove("effectiveFrom"));
        // What a reader is told besides may come back.
        body.remove(List.of("policy", "versions"));
        mustBeOf(before.version(), body.get("version"), http.getHeader(HttpHeaders.IF_MATCH));
        Policies change = Policies.only(changed(before, body));
        Outcome<Integer> outcome = door.send(new SetPolicy(siteId, name, change, from), Asked.of(actor, http));
        sites.look();
        return ResponseEntity.ok()
                .headers(outcome.ok().getHeaders())
                .eTag(outcome.value().toString())
                .body(new PolicyVersion(name, outcome.value()));
    }

    private static Policy latest(SiteHistory history, String name) {
        Policies.type(name);
        List<Dated<Policies>> all = history.versions(name);
        return (all.isEmpty() ? Policies.DEFAULT : all.get(all.size() - 1).value()).get(name);
    }

    private static void mustBeOf(int version, JsonNode given, String match) {
        boolean other = given != null && !given.isNull() && given.asInt(-1) != version
                || match != null
                        && !match.equals("*")
                        && !match.replaceAll("W/|\"", "").equals(Integer.toString(version));
        if (other) {
            throw new Outdated(version);
        }
    }

    private Policy changed(Policy before, ObjectNode body) {
        ObjectNode values = json.valueToTree(before);
        values.setAll(body);
        // The name is the policy's own and what notes refer to; the version only counts on.
        values.put("name", before.name()).put("version", before.version() + 1);
        try {
            return json.treeToValue(values, before.getClass());
        } catch (JsonMappingException e) {
            throw refusal(e);
        } catch (JsonProcessingException e) {
            throw new Refused.BadField("", "is not the JSON that is expected here");
        }
    }

    private static Refused refusal(JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        String pointer = e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        return new Refused.BadField(pointer, "has the wrong form or is unknown");
    }

    private static Instant effectiveFrom(JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        try {
            return Instant.parse(given.asText());
        } catch (DateTimeParseException e) {
            throw new Refused.BadField("/effectiveFrom", "is an instant such as 2026-12-01T05:00:00Z");
        }
    }
}
