package carequeue.adapter.ehr;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells the EHR what changed here of a patient. What says who somebody is it is told only when a person has decided so; where the EHR says
 * something else by now, that becomes visible as a conflict and nothing is overwritten.
 */
@Component
public class WritePatient implements Effect {

    static final String NAME = "ehr.write-patient";

    private final EhrService ehr;
    private final Links links;
    private final Edits edits;
    private final Filter filter;
    private final Sites sites;
    private final Clock clock;

    public WritePatient(EhrService ehr, Links links, Edits edits, Filter filter, Sites sites, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.edits = edits;
        this.filter = filter;
        this.sites = sites;
        this.clock = clock;
    }

    /** The sequence key of what is written of a patient. */
    static String key(String patientId) {
        return "patient:" + patientId;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        if (attempt.event().getPayload() instanceof ConflictResolved decided) {
            write(decided.subjectId(), decided.siteId(), edits.of(decided), true, answers);
        } else {
            PatientRecorded said = attempt.says(PatientRecorded.class);
            write(said.patientId(), said.siteId(), edits.of(said, attempt), false, answers);
        }
    }

    private void write(
            String patientId, String siteId, List<PatientEdit> wanted, boolean decided, List<Answer> answers) {
        var link = links.of(Links.Kind.PATIENT, patientId);
        if (link.isEmpty() || wanted.isEmpty()) {
            return;
        }
        String ehrId = link.get().ehrId();
        boolean news = !decided && wanted.stream().anyMatch(edit -> edit.part().identity());
        List<PatientEdit> crossing = crossing(
                patientId,
                wanted.stream().filter(e -> decided || !e.part().identity()).toList());
        if (!crossing.isEmpty()) {
            news |= ehr.changePatient(ehrId, crossing).isEmpty();
        }
        if (news) {
            answers.add(Answer.of("news", news(patientId, siteId, ehrId)));
        }
    }

    private List<PatientEdit> crossing(String patientId, List<PatientEdit> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("patientId", patientId);
        wanted.forEach(edit -> fields.put(edit.part().field(), edit.wanted()));
        Set<String> crosses = filter.apply(Purpose.EHR_WRITE, patientId, fields).keySet();
        return wanted.stream()
                .filter(edit -> crosses.contains(edit.part().field()))
                .toList();
    }

    /** What the EHR says now: where that is something else than we know, the rules or a person decide. */
    private RecordPatient news(String patientId, String siteId, String ehrId) {
        try {
            PatientRecord now = ehr.getPatient(siteId, ehrId);
            return new RecordPatient(
                    patientId,
                    siteId,
                    now.demographics(),
                    EhrService.EHR,
                    now.ehrId(),
                    now.version(),
                    now.deceased(),
                    clock.instant(),
                    now.saidAt(),
                    sites.get(siteId).policies().conflicts());
        } catch (Unacceptable broken) {
            throw new OutsideFailure.Rejected(
                    EhrService.EHR, "has a record that cannot be accepted: " + broken.detail());
        }
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
