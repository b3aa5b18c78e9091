package carequeue.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Row;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.site.ConflictPolicy.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who is right: field × source × rule, each row of it. */
class ConflictRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "appointment.status, ehr, BY_A_PERSON",
        "appointment.status, pms, BY_A_PERSON",
        "appointment.patient, ehr, BY_A_PERSON",
        "appointment.time, ehr, LAST_WRITE_WINS",
        "appointment.provider, pms, LAST_WRITE_WINS",
        "appointment.service, ehr, LAST_WRITE_WINS",
        "patient.mrn, ehr, BY_A_PERSON",
        "patient.birth-date, pms, BY_A_PERSON",
        "patient.first-name, ehr, BY_A_PERSON",
        "patient.last-name, ehr, BY_A_PERSON",
        "patient.phone, ehr, LAST_WRITE_WINS",
        "patient.email, ehr, LAST_WRITE_WINS",
        "patient.gender, ehr, LAST_WRITE_WINS",
        "patient.phone, pms, MERGED",
        "patient.phone, somebody, BY_A_PERSON",
        "claim.amount, ehr, BY_A_PERSON",
        "payment.amount, ehr, BY_A_PERSON",
    })
    void aSiteStartsWithTheseRules(String field, String source, Rule rule) {
        assertThat(ConflictPolicy.DEFAULT.rule(field, source)).isEqualTo(rule);
    }

    private static Verdict verdict(Rule rule, Instant ours, Instant theirs) {
        return new ConflictPolicy("conflict-rules", 1, List.of(new Row("*", "*", rule)))
                .verdict("patient.phone", "ehr", ours, theirs);
    }

    @Test
    void theLastWriteIsByTheSourcesOwnTime() {
        Rule last = Rule.LAST_WRITE_WINS;
        assertThat(verdict(last, NOON, NOON.plusMillis(1))).isEqualTo(new Verdict(last, Side.THEIRS));
        assertThat(verdict(last, NOON.plusMillis(1), NOON)).isEqualTo(new Verdict(last, Side.OURS));
    }

    @Test
    void equalOrMissingTimesGoToAPerson() {
        Rule last = Rule.LAST_WRITE_WINS;
        assertThat(verdict(last, NOON, NOON).winner()).isNull();
        assertThat(verdict(last, null, NOON).winner()).isNull();
        assertThat(verdict(last, NOON, null).winner()).isNull();
        assertThat(verdict(last, null, null).winner()).isNull();
    }

    @Test
    void theOtherRulesNeedNoTime() {
        assertThat(verdict(Rule.OURS, null, NOON).winner()).isEqualTo(Side.OURS);
        assertThat(verdict(Rule.THEIRS, NOON, null).winner()).isEqualTo(Side.THEIRS);
        assertThat(verdict(Rule.MERGED, NOON, NOON).winner()).isEqualTo(Side.OURS);
        assertThat(verdict(Rule.BY_A_PERSON, null, NOON).winner()).isNull();
    }
}
