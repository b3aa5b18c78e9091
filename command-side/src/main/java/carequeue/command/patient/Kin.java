package carequeue.command.patient;

import carequeue.api.Refused;
import carequeue.api.Refused.BadField;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.KinCommand.AssessPatient;
import carequeue.api.patient.KinCommand.EndRelation;
import carequeue.api.patient.KinCommand.RelatePerson;
import carequeue.api.patient.KinEvent.PersonRelated;
import carequeue.api.patient.KinEvent.RelationEnded;
import carequeue.api.patient.RelatedPerson;
import carequeue.api.patient.Standing;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** Who acts for a patient, and what a check-in has to know of them. */
abstract class Kin extends Devices {

    private static final int MOST = 20;

    private final Map<String, RelatedPerson> related = new TreeMap<>();

    abstract boolean deceased();

    abstract String siteId();

    abstract String mergedInto();

    @CommandHandler
    String handle(RelatePerson c, MetaData said, Clock clock, Sites sites) {
        RelatedPerson person = c.person();
        mustStandAlone("have other related persons");
        mustBePossible(person);
        if (!related.containsKey(person.personId()) && related.size() == MOST) {
            throw new Refused.AgainstRule("related-persons", "A patient has at most " + MOST + " related persons.");
        }
        if (!person.equals(related.get(person.personId()))) {
            happens(new PersonRelated(patientId(), person), said, clock, sites);
        }
        return person.personId();
    }

    private void mustBePossible(RelatedPerson person) {
        List<BadField.Field> wrong = new ArrayList<>();
        if (person.roles().isEmpty()) {
            wrong.add(new BadField.Field("/roles", "names at least one of guardian, guarantor, proxy"));
        }
        if (patientId().equals(person.ownPatientId())) {
            wrong.add(new BadField.Field("/patientId", "is the patient themself"));
        }
        if (person.from() != null && person.until() != null && person.until().isBefore(person.from())) {
            wrong.add(new BadField.Field("/until", "is before the first day"));
        }
        if (!wrong.isEmpty()) {
            throw new BadField(wrong);
        }
    }

    @CommandHandler
    void handle(EndRelation c, MetaData said, Clock clock, Sites sites) {
        if (!related.containsKey(c.personId())) {
            throw new Refused.NotFound("related person", c.personId());
        }
        happens(new RelationEnded(patientId(), c.personId(), c.reason()), said, clock, sites);
    }

    @CommandHandler
    Standing handle(AssessPatient c) {
        Demographics known = demographics();
        LocalDate birthDate =
                known.birthDate() == null ? null : known.birthDate().known().orElse(null);
        return Standing.of(
                patientId(), siteId(), deceased(), mergedInto(), birthDate, related.values(), c.day(), c.policy());
    }

    @EventSourcingHandler
    void on(PersonRelated e) {
        related.put(e.person().personId(), e.person());
    }

    @EventSourcingHandler
    void on(RelationEnded e) {
        related.remove(e.personId());
    }
}
