package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Phi;
import carequeue.api.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one database, each of which remembers what it has decided: neither decides on what is no longer so. */
class StaleMemoryTest {

    private HikariDataSource database;
    private ConfigurableApplicationContext north;
    private ConfigurableApplicationContext south;

    @BeforeEach
    void start() {
        database = TestPostgres.fresh();
        Processing nothing = new Processing(Set.of(), group -> false);
        north = TestTown.start(database, nothing);
        south = TestTown.start(database, nothing);
        send(north, new Lamp.Hang("l1", "hook"));
        toggle(north);
    }

    @AfterEach
    void stop() {
        north.close();
        south.close();
    }

    @Test
    void anOrderIsCarriedOutOnWhatTheOtherNodeLeft() {
        toggle(south);
        toggle(north);
        toggle(south);

        assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(this.<Boolean>send(north, new Lamp.Look("l1"))).isFalse();
    }

    @Test
    void aCollisionOnARememberedAggregateIsOneAndIsForgotten() {
        toggle(south);
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        north.getBean(CommandBus.class)
                .dispatch(GenericCommandMessage.asCommandMessage(new Lamp.Toggle("l1", Phi.of("Ada"))), answer);

        assertThat(answer.getResult().optionalExceptionResult()).containsInstanceOf(ConcurrencyException.class);
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
        assertThat(north.getBean(Remembered.class).containsKey("l1")).isFalse();
    }

    @Test
    void anAnswerWithoutAnEventIsTrueToo() {
        assertThat(this.<Boolean>send(north, new Lamp.Look("l1"))).isTrue();
        toggle(south);

        assertThat(this.<Boolean>send(north, new Lamp.Look("l1"))).isFalse();
    }

    @Test
    void aRefusalIsTrueToo() {
        send(north, new Lamp.MustBeLit("l1"));
        toggle(south);

        assertThatThrownBy(() -> send(north, new Lamp.MustBeLit("l1"))).isInstanceOf(Refused.WrongState.class);
        toggle(south);
        send(north, new Lamp.MustBeLit("l1"));
    }

    @Test
    void aRefusalOnWhatIsNoLongerSoIsNotGiven() {
        toggle(north);
        send(north, new Lamp.Look("l1"));
        toggle(south);

        send(north, new Lamp.MustBeLit("l1"));
    }

    private List<Long> sequences() {
        return new JdbcTemplate(database)
                .queryForList("select sequence from event where aggregate_id = 'l1' order by global_index", Long.class);
    }

    private void toggle(ConfigurableApplicationContext node) {
        send(node, new Lamp.Toggle("l1", Phi.of("Ada")));
    }

    private <R> R send(ConfigurableApplicationContext node, Object command) {
        return node.getBean(CommandGateway.class).sendAndWait(command);
    }
}
