package carequeue.command.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders for long work as rows. */
class JobDoorTest {

    private static final Actor MARY = new Actor("mary", Set.of("manager"), Set.of("*"), null);

    private final HikariDataSource database = TestPostgres.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JobDoor door = new JobDoor(jdbc);

    @AfterEach
    void close() {
        database.close();
    }

    private Map<String, Object> job(String id) {
        return jdbc.sql("select * from job where job_id = ?").param(id).query().singleRow();
    }

    private String running() {
        String id = door.sync("ehr", MARY).getBody().jobId();
        jdbc.sql("update job set state = 'running' where job_id = ?").param(id).update();
        return id;
    }

    @Test
    void aSyncIsARowThatTheOwnerTakes() {
        var answer = door.sync("ehr", MARY);
        String id = answer.getBody().jobId();
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getLocation()).hasToString("/api/jobs/" + id);
        assertThat(job(id))
                .containsEntry("kind", "sync")
                .containsEntry("subject", "ehr")
                .containsEntry("state", "waiting")
                .containsEntry("requested_by", "mary")
                .containsEntry("problems", "[]");
    }

    @Test
    void whatIsNotSyncedIsNotFound() {
        assertThatThrownBy(() -> door.sync("fax", MARY)).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> door.cancel("nothing")).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneIsAsked() {
        String waiting = door.sync("ehr", MARY).getBody().jobId();
        door.cancel(waiting);
        door.cancel(waiting);
        assertThat(job(waiting)).containsEntry("state", "cancelled");
        String running = running();
        door.cancel(running);
        assertThat(job(running)).containsEntry("state", "running").containsEntry("cancel_requested", true);
    }

    @Test
    void whatIsDoneStaysDone() {
        String id = running();
        jdbc.sql("update job set state = 'done' where job_id = ?").param(id).update();
        assertThatThrownBy(() -> door.cancel(id)).isInstanceOf(Refused.WrongState.class);
    }
}
