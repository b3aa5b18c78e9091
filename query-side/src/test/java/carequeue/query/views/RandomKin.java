package carequeue.query.views;

import carequeue.api.Phi;
import carequeue.api.patient.KinEvent.PersonRelated;
import carequeue.api.patient.KinEvent.RelationEnded;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.RelatedPerson;
import carequeue.query.board.RandomDay.Happening;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** Random persons who act for patients, and random merges. */
final class RandomKin {

    private RandomKin() {}

    static Happening of(Random random, Instant at) {
        String patient = "p" + random.nextInt(4);
        String person = "r" + random.nextInt(3);
        Object event = switch (random.nextInt(5)) {
            case 0, 1 -> new PersonRelated(patient, person(person, "Name" + random.nextInt(9)));
            case 2 -> new RelationEnded(patient, person, "moved away");
            case 3 -> new WentInto(patient, "p9", "m1", at);
            default -> new CameApart(patient, "p9", "m1", at);
        };
        return new Happening(patient, null, event);
    }

    private static RelatedPerson person(String id, String name) {
        return new RelatedPerson(
                id,
                null,
                Phi.of("Ann"),
                Phi.of(name),
                null,
                null,
                Set.of(RelatedPerson.Role.PROXY),
                Set.of(RelatedPerson.Power.SEE),
                null,
                null);
    }
}
