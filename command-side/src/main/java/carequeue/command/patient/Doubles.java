package carequeue.command.patient;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.MergeCommand.*;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.PatientsMerged;
import carequeue.api.patient.MergeEvent.PatientsParted;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.PatientEvent.CoverageEnded;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** Two records of one person: which one goes into which, and how they come apart again. */
abstract class Doubles extends Kin {

    /** The merges into this record, by the record that went into it. */
    private final Map<String, String> merges = new TreeMap<>();

    private int mergesSoFar;
    private String into;
    private String intoBy;

    @Override
    String mergedInto() {
        return into;
    }

    @CommandHandler
    String handle(MergePatients c, MetaData said, Clock clock, Sites sites) {
        if (merges.containsKey(c.otherId())) {
            return merges.get(c.otherId());
        }
        mustStandAlone("have another record merged into it");
        if (c.otherId().equals(patientId())) {
            throw new Refused.BadField("/otherId", "is the same record");
        }
        String ends = OneVisit.ending(c.visits(), c.keepVisit(), patientId(), c.otherId());
        Moment now = Moment.of(said, clock);
        String mergeId = Ids.derived("merge", patientId(), c.otherId(), String.valueOf(mergesSoFar + 1));
        happens(
                new PatientsMerged(patientId(), c.otherId(), siteId(), mergeId, c.visits(), ends, c.reason(), now.at()),
                said,
                clock,
                sites);
        return mergeId;
    }

    @CommandHandler
    void handle(PartPatients c, MetaData said, Clock clock, Sites sites) {
        String mergeId = merges.get(c.otherId());
        if (mergeId == null) {
            throw new Refused.WrongState("not-merged", "The record " + c.otherId() + " is not merged into this one.");
        }
        List<String> still = merges.keySet().stream()
                .filter(other -> !other.equals(c.otherId()))
                .toList();
        Moment now = Moment.of(said, clock);
        happens(new PatientsParted(patientId(), c.otherId(), mergeId, still, c.reason(), now.at()), said, clock, sites);
    }

    @CommandHandler
    Belongings handle(GoInto c, MetaData said, Clock clock, Sites sites) {
        if (!c.mergeId().equals(intoBy)) {
            mustStandAlone("be merged");
            Moment now = Moment.of(said, clock);
            happens(new WentInto(patientId(), c.into(), c.mergeId(), now.at()), said, clock, sites);
        }
        return new Belongings(patientId(), coverages());
    }

    @CommandHandler
    void handle(ComeApart c, MetaData said, Clock clock, Sites sites) {
        if (c.mergeId().equals(intoBy)) {
            Moment now = Moment.of(said, clock);
            happens(new CameApart(patientId(), into, c.mergeId(), now.at()), said, clock, sites);
        }
    }

    @CommandHandler
    Taken handle(TakeCoverages c, MetaData said, Clock clock, Sites sites) {
        List<String> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Coverage one : c.coverages()) {
            if (coverages().stream().anyMatch(known -> OneVisit.sameAs(known, one))) {
                continue;
            }
            Coverage place = CoverageRules.placeBeside(coverages(), one);
            if (place == null) {
                left.add(one.coverageId());
            } else {
                happens(new CoverageRecorded(patientId(), place, source(c.mergeId())), said, clock, sites);
                taken.add(place.coverageId());
            }
        }
        return new Taken(taken, left);
    }

    @CommandHandler
    void handle(GiveBackCoverages c, MetaData said, Clock clock, Sites sites) {
        List<String> here = coverages().stream().map(Coverage::coverageId).toList();
        c.coverageIds().stream()
                .filter(here::contains)
                .forEach(id -> happens(new CoverageEnded(patientId(), id, source(c.mergeId())), said, clock, sites));
    }

    private static String source(String mergeId) {
        return "merge " + mergeId;
    }

    /** Refuses what the record can do only while it is not merged into another one. */
    void mustStandAlone(String can) {
        if (into != null) {
            throw new Refused.WrongState(
                    "merged", "This record is merged into " + into + ", and cannot " + can + " any more.");
        }
    }

    @EventSourcingHandler
    void on(PatientsMerged e) {
        merges.put(e.otherId(), e.mergeId());
        mergesSoFar++;
    }

    @EventSourcingHandler
    void on(PatientsParted e) {
        merges.remove(e.otherId());
    }

    @EventSourcingHandler
    void on(WentInto e) {
        into = e.into();
        intoBy = e.mergeId();
    }

    @EventSourcingHandler
    void on(CameApart e) {
        into = null;
        intoBy = null;
    }
}
