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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** A person who is typed in is registered, but not twice: whoever may be the same person is shown to staff, first or afterwards. */
@Component
class Registrations {

    private static final Alike NOBODY = new Alike(List.of(), List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Door door;
    private final QueryGateway queries;
    private final MergedRecords records;

    Registrations(Door door, QueryGateway queries, MergedRecords records) {
        this.door = door;
        this.queries = queries;
        this.records = records;
    }

    /**
     * A person who is registered.
     *
     * @param alike the patients known before who are so much like them that staff should look, none where they have
     */
    record Registered(String patientId, List<String> alike) {}

    /**
     * Registers a person. Who may be the same one is refused at the desk that asks for it, else noted: nobody is sent away for a likeness.
     *
     * @param confirmedNew true: staff have looked, it is another person; false: the desk wants to be shown first; null: nobody was asked
     * @throws Refused.Alike with the patients who may be meant
     */
    Registered register(Demographics who, Boolean confirmedNew, Site site, Asked asked) {
        boolean staff = asked.channel() == Channel.DESK;
        boolean asks = staff && Boolean.FALSE.equals(confirmedNew);
        boolean sure = staff && Boolean.TRUE.equals(confirmedNew);
        Alike known = sure ? NOBODY : alike(who, site);
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        RegisterPatient order =
                new RegisterPatient(id, site.siteId(), who, asks ? current(known.patientIds()) : List.of(), asks);
        try {
            Outcome<String> outcome = door.send(order, asked, "register", null);
            return new Registered(outcome.value(), asks ? List.of() : others(known, outcome.value()));
        } catch (Refused.AlreadyTaken taken) {
            if (!taken.kind().equals(PatientEvent.LIKENESS)) {
                throw taken;
            }
            throw new Refused.Alike(List.of(records.current(taken.holder())));
        }
    }

    // A repeat of the request finds the one whom it registered itself.
    private List<String> others(Alike known, String self) {
        return current(known.same()).stream()
                .filter(other -> !other.equals(self))
                .toList();
    }

    private List<String> current(List<String> patients) {
        return patients.stream().map(records::current).distinct().toList();
    }

    // A view that does not answer keeps nobody from being registered.
    private Alike alike(Demographics who, Site site) {
        FindAlike question = new FindAlike(
                site.siteId(),
                Phi.text(who.firstName(), v -> v, null),
                Phi.text(who.lastName(), v -> v, null),
                who.birthDate() == null ? null : who.birthDate().known().orElse(null),
                Phi.text(who.phone(), v -> v, null));
        return queries.query(question, Alike.class)
                .completeOnTimeout(NOBODY, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(away -> NOBODY)
                .join();
    }
}
