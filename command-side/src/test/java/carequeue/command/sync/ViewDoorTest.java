package carequeue.command.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.command.sync.ViewDoor.Why;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work on views, ordered. */
class ViewDoorTest {

    private static final Actor ADA = new Actor("ada", Set.of("admin"), Set.of("*"), null);

    private final HikariDataSource database = TestPostgres.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ViewDoor door = new ViewDoor(jdbc);

    @BeforeEach
    void aView() {
        jdbc.sql("create table if not exists view_generation (view text primary key)")
                .update();
        jdbc.sql("insert into view_generation (view) values ('view.board') on conflict do nothing")
                .update();
        jdbc.sql(
                        "insert into dead_letter (letter_id, processing_group, sequence_id, sequence_index, message_type, event_id,"
                                + " recorded_at, payload_type, payload, enqueued_at)"
                                + " values ('l1', 'view.board', 's', 0, 'm', 'e', 'now', 't', '', 'now')")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRebuildIsOrderedOnceAtATime() {
        var answer = door.replay("view.board", ADA);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        String id = answer.getBody().jobId();
        assertThat(answer.getHeaders().getLocation()).hasToString("/api/jobs/" + id);
        assertThatThrownBy(() -> door.replay("view.board", ADA)).isInstanceOf(Refused.WrongState.class);
        jdbc.sql("update job set state = 'done' where job_id = ?").param(id).update();
        assertThat(door.replay("view.board", ADA).getBody().jobId()).isNotEqualTo(id);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> door.replay("view.nothing", ADA)).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> door.letter("l2", "retry", null, ADA)).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> door.letter("l1", "burn", null, ADA)).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void nothingIsDiscardedWithoutAReason() {
        assertThatThrownBy(() -> door.letter("l1", "discard", new Why(" "), ADA))
                .isInstanceOf(Refused.BadField.class);
        String id = door.letter("l1", "discard", new Why(" made twice "), ADA)
                .getBody()
                .jobId();
        assertThat(jdbc.sql(
                                "select kind || ':' || subject || ':' || reason || ':' || requested_by from job where job_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("dead-letter-discard:l1:made twice:ada");
        assertThat(door.letter("l1", "retry", null, ADA).getStatusCode().value())
                .isEqualTo(202);
    }
}
