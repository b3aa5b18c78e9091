package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Outcome;
import carequeue.command.journey.Family.Member;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "We are here", over HTTP: several patients in one go, each with a visit, a ticket and a link of their own. */
@RestController
class FamilyDoor {

    private final Comings comings;
    private final CheckIns checkIns;
    private final Minors minors;
    private final Sites sites;

    FamilyDoor(Comings comings, CheckIns checkIns, Minors minors, Sites sites) {
        this.comings = comings;
        this.checkIns = checkIns;
        this.minors = minors;
        this.sites = sites;
    }

    /** What became of each, in the order in which they were named. */
    record Together(String familyId, List<Checked> checkIns) {}

    /** One of them: the visit, or why there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(int index, String checkInId, String visitId, OtherVisits.OtherVisit otherVisit, Refusal refused) {}

    /** Why one of them is not checked in: the stable name of the rule or of the state found, and a sentence. */
    record Refusal(String rule, String detail) {}

    @PostMapping("/api/check-ins/family")
    ResponseEntity<Together> checkIn(@Valid @RequestBody FamilyBody body, Actor actor, HttpServletRequest http) {
        Site site = CheckInDoor.site(sites, body.siteId(), actor);
        Asked asked = CheckInDoor.asked(body.channel(), null, site, actor, http);
        Family family = new Family(asked.id("family"), site, asked, comings, checkIns, minors);
        List<Member> members = family.of(body);
        if (members.stream().allMatch(m -> m.refused() != null)) {
            throw new Refused.BadField(members.stream()
                    .map(m -> new Field("/members/" + m.index(), m.refused().getMessage()))
                    .toList());
        }
        long position = members.stream().mapToLong(Member::position).max().orElse(0);
        List<Checked> each = members.stream().map(FamilyDoor::checked).toList();
        String first = each.stream()
                .filter(c -> c.visitId() != null)
                .findFirst()
                .map(Checked::visitId)
                .orElseThrow();
        return new Outcome<>(new Together(family.familyId(), each), position)
                .created("/api/check-ins/" + first, answer -> answer);
    }

    private static Checked checked(Member m) {
        return m.refused() == null
                ? new Checked(
                        m.index(),
                        m.done().checkInId(),
                        m.done().visitId(),
                        m.done().otherVisit(),
                        null)
                : new Checked(
                        m.index(),
                        null,
                        null,
                        null,
                        new Refusal(Errand.rule(m.refused()), m.refused().getMessage()));
    }
}
