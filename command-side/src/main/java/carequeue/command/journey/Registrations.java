package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientQuery.Alike;
import carequeue.api.patient.PatientQuery.FindAlike;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.uuid.Generators;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** A person who is typed in is registered, but not twice: whoever may be the same person is shown to staff first. */
@Component
class Registrations {

    private final Door door;
    private final QueryGateway queries;
    private final MergedRecords records;

    Registrations(Door door, QueryGateway queries, MergedRecords records) {
        this.door = door;
        this.queries = queries;
        this.records = records;
    }

    /**
     * Registers a person; answers the patient's identifier.
     *
     * @param confirmedNew whether staff have looked and say that it is another person
     * @throws Refused.Alike with the patients who may be meant; at a device nothing is told of them
     */
    String register(Demographics who, boolean confirmedNew, Site site, Asked asked) {
        boolean told = asked.channel() == Channel.DESK || asked.channel() == Channel.PHONE;
        boolean sure = confirmedNew && told;
        List<String> alike = sure ? List.of() : alike(who, site);
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        try {
            RegisterPatient order = new RegisterPatient(id, site.siteId(), who, alike, !sure);
            Outcome<String> outcome = door.send(order, asked, "register", null);
            return outcome.value();
        } catch (Refused.Alike refused) {
            throw told ? refused : atTheDesk();
        } catch (Refused.AlreadyTaken taken) {
            if (!taken.kind().equals(PatientEvent.LIKENESS)) {
                throw taken;
            }
            throw told ? new Refused.Alike(List.of(records.current(taken.holder()))) : atTheDesk();
        }
    }

    private static Refused atTheDesk() {
        return new Refused.AgainstRule("possible-duplicate", "Please go to the desk to be checked in.");
    }

    private List<String> alike(Demographics who, Site site) {
        FindAlike question = new FindAlike(
                site.siteId(),
                Phi.text(who.firstName(), v -> v, null),
                Phi.text(who.lastName(), v -> v, null),
                who.birthDate() == null ? null : who.birthDate().known().orElse(null),
                Phi.text(who.phone(), v -> v, null));
        return queries.query(question, Alike.class).join().patientIds().stream()
                .map(records::current)
                .distinct()
                .toList();
    }
}
