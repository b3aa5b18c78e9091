package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.AddService;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import carequeue.api.visit.VisitEvent;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins visits; the open visit of a patient takes on what they come for besides. */
@Component
class CheckIns {

    private final Door door;
    private final OtherVisits others;
    private final Clock clock;

    CheckIns(Door door, OtherVisits others, Clock clock) {
        this.door = door;
        this.others = others;
        this.clock = clock;
    }

    /**
     * What a check-in came to.
     *
     * @param checkInId the check-in, which has the visit's identifier
     * @param otherVisit an open visit of the patient at another site, else null
     * @param fresh whether the visit began by it
     */
    record CheckedIn(
            String checkInId,
            String visitId,
            @JsonInclude(JsonInclude.Include.NON_NULL) OtherVisits.OtherVisit otherVisit,
            @JsonIgnore boolean fresh) {}

    /** Who comes along: the check-in in one go with others, and who came with a minor; both may be null. */
    record Company(String familyId, String guardianId) {}

    Outcome<CheckedIn> begin(Coming coming, CheckInBody body, Company company, Site site, Asked asked) {
        Optional<OtherVisits.OtherVisit> other = others.of(coming, site, asked);
        RequestCheckIn order = request(Comings.newId(), coming, company, site, asked.onBehalfOf(company.guardianId()));
        try {
            Outcome<String> outcome = door.send(order, asked, null, order.visitId());
            long position = outcome.position();
            if (other.isPresent() && !body.knowsOtherVisit()) {
                // Nobody is sent away for it: it is asked about, here and on the worklist.
                RaiseItem ask = new RaiseItem(
                        outcome.value(), OpenItem.OTHER_VISIT, other.get().siteId());
                position = door.send(ask, asked, "other-visit", outcome.value()).position();
            }
            if (!coming.alike().isEmpty()) {
                RaiseItem look =
                        new RaiseItem(outcome.value(), OpenItem.POSSIBLE_DUPLICATE, String.join(" ", coming.alike()));
                position = door.send(look, asked, "possible-duplicate", outcome.value())
                        .position();
            }
            return new Outcome<>(answer(outcome.value(), other, asked, true), position);
        } catch (Refused.AlreadyTaken taken) {
            if (!taken.kind().equals(VisitEvent.OPEN_VISIT)) {
                throw taken;
            }
            return add(answer(taken.holder(), other, asked, false), coming, body, asked);
        }
    }

    private Outcome<CheckedIn> add(CheckedIn open, Coming c, CheckInBody body, Asked asked) {
        if (body.identifier() != null && body.serviceId() == null && c.appointmentId() == null) {
            return door.already(open);
        }
        Outcome<Object> added = door.send(
                new AddService(open.visitId(), c.serviceId(), c.appointmentId(), c.providerId(), c.slot()),
                asked,
                "add",
                open.visitId());
        return new Outcome<>(open, added.position());
    }

    // A device at which patients stand alone, or a voice on the phone, is told nothing of other visits.
    private static CheckedIn answer(
            String visitId, Optional<OtherVisits.OtherVisit> other, Asked asked, boolean fresh) {
        boolean told = asked.channel() == Channel.DESK;
        return new CheckedIn(visitId, visitId, told ? other.orElse(null) : null, fresh);
    }

    private LocalDate day(Site site, Asked asked) {
        Instant now = clock.instant();
        LocalDate day = site.businessDay(asked.at(now));
        if (!day.equals(site.businessDay(now))) {
            throw new Refused.AgainstRule("another-day", "A check-in is typed in on its own business day.");
        }
        return day;
    }

    private RequestCheckIn request(String visitId, Coming c, Company company, Site site, Asked asked) {
        return new RequestCheckIn(
                visitId,
                site.siteId(),
                day(site, asked),
                asked.channel(),
                c.patientId(),
                c.identification(),
                c.lookUp(),
                c.appointmentId(),
                c.serviceId(),
                c.providerId(),
                c.slot(),
                c.acuity(),
                c.reason(),
                site.policies().patience().machine(),
                c.notBefore(),
                company.familyId(),
                company.guardianId());
    }
}
