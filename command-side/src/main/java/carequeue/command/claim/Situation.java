package carequeue.command.claim;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.claim.BillingEvent.ClaimHandedOver;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Worry;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A claim as it stands when somebody orders something of it, or a payer speaks. */
record Situation(Dossier claim, Moment now, Site site) {

    String id() {
        return claim.drafted.claimId();
    }

    String visitId() {
        return claim.drafted.visitId();
    }

    Instant at() {
        return now.at();
    }

    Instant in(Duration wait) {
        return now.at().plus(wait);
    }

    LocalDate today() {
        return now.at().atZone(site.timeZone()).toLocalDate();
    }

    /** The first instant of a day at the site. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(site.timeZone()).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    void must(Class<?> order) {
        ClaimSteps.MACHINE.must(order, claim.state, "");
    }

    static void needReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused.BadField("/reason", "is needed");
        }
    }

    /** Somebody has to see to it; said once for one worry. */
    List<ClaimEvent> worry(Worry why) {
        return claim.worry == why ? List.of() : List.of(handedOver(why, claim.state));
    }

    ClaimHandedOver handedOver(Worry why, ClaimState state) {
        return new ClaimHandedOver(id(), visitId(), why, state, at());
    }

    Money money(long amount, Money like) {
        return new Money(amount, like.currency());
    }
}
