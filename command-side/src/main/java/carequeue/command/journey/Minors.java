package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.patient.RelatedPerson.Power;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** At a kiosk nobody stands alone who is not of age: somebody of age comes along, or the desk sees to them. */
@Component
class Minors {

    private final BirthDates birthDates;
    private final Comers comers;
    private final Clock clock;

    Minors(BirthDates birthDates, Comers comers, Clock clock) {
        this.birthDates = birthDates;
        this.comers = comers;
        this.clock = clock;
    }

    /** Refuses, at a kiosk, who types in that they are not of age, before anything is noted of them. */
    void mustNotBeTypedAlone(CheckInBody body, Site site, Asked asked) {
        boolean alone = body.guardianId() == null;
        if (alone && typed(body).filter(born -> isMinor(born, site)).isPresent()) {
            mustNotBeAlone(asked, site);
        }
    }

    /** Refuses, at a kiosk, who is known not to be of age and comes without somebody who may sign for them. */
    void mustBeAccompanied(Coming coming, CheckInBody body, Site site, Asked asked) {
        if (!Boolean.TRUE.equals(minor(coming, body, site, asked))) {
            return;
        }
        boolean accompanied = body.guardianId() != null
                && coming.isKnown()
                && comers.standing(coming.patientId(), site, asked).lets(body.guardianId(), Power.SIGN);
        if (!accompanied) {
            mustNotBeAlone(asked, site);
        }
    }

    /** Refuses a minor at a kiosk. */
    void mustNotBeAlone(Asked asked, Site site) {
        if (asked.channel() == Channel.KIOSK) {
            throw new Refused.AgainstRule(
                    "minor-alone",
                    "Patients under " + site.policies().age().years()
                            + " do not check in alone here; please go to the desk, or come with a guardian.");
        }
    }

    /** Whether a patient is not of age, or null where nobody knows; asked at a kiosk only. */
    Boolean minor(Coming coming, CheckInBody body, Site site, Asked asked) {
        if (asked.channel() != Channel.KIOSK) {
            return null;
        }
        return typed(body)
                .or(() -> coming.isKnown() ? birthDates.of(coming.patientId()) : Optional.empty())
                .map(born -> isMinor(born, site))
                .orElse(null);
    }

    private boolean isMinor(LocalDate born, Site site) {
        int years = Period.between(born, site.businessDay(clock.instant())).getYears();
        return site.policies().age().isMinor(years);
    }

    private static Optional<LocalDate> typed(CheckInBody body) {
        if (body.identifier() != null) {
            return Optional.ofNullable(body.identifier().birthDate());
        }
        return Optional.ofNullable(body.walkIn()).map(walkIn -> walkIn.patient().birthDate());
    }
}
