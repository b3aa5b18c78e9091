package carequeue.command.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.visit.VisitCommand.EndPatience;
import carequeue.command.journey.Orders.Cause;
import carequeue.store.PositionInterceptor;
import carequeue.store.RepeatInterceptor;
import carequeue.store.Repeats;
import carequeue.store.StableNames;
import carequeue.store.StableSerializer;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that fails, or a node that dies, between an order and the end of the process's own transaction. */
class OrdersTest {

    private static final Cause CAUSE = new Cause("check-in", "v1", "event-1");

    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private TransactionTemplate ofTheSaga;
    private Orders orders;

    @BeforeEach
    void aBus() {
        database = TestPostgres.fresh();
        jdbc = new JdbcTemplate(database);
        jdbc.execute("create table carried_out (step text)");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        ofTheSaga = new TransactionTemplate(transactions);
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(new SpringTransactionManager(transactions))
                .build();
        bus.registerHandlerInterceptor(new PositionInterceptor(jdbc));
        bus.registerHandlerInterceptor(
                new RepeatInterceptor(new Repeats(jdbc, transactions, new StableSerializer(StableNames.of()))));
        bus.subscribe(EndPatience.class.getName(), order -> {
            jdbc.update("insert into carried_out values (?)", ((EndPatience) order.getPayload()).step());
            return "done by " + jdbc.queryForObject("select count(*) from carried_out", Integer.class);
        });
        orders = new Orders(DefaultCommandGateway.builder().commandBus(bus).build());
    }

    @AfterEach
    void stop() {
        orders.close();
        database.close();
    }

    private Object order(String step) {
        return orders.send(new EndPatience("v1", step), CAUSE, step).value();
    }

    @Test
    void whatWasOrderedStaysWhenTheSagaIsRolledBackAndIsDoneOnce() {
        Object first = ofTheSaga.execute(status -> {
            Object answer = order("patient");
            status.setRollbackOnly();
            return answer;
        });
        assertThat(jdbc.queryForList("select step from carried_out", String.class))
                .containsExactly("patient");

        Object again = ofTheSaga.execute(status -> order("patient"));
        order("other");

        assertThat(again).isEqualTo(first).isEqualTo("done by 1");
        assertThat(jdbc.queryForList("select step from carried_out", String.class))
                .isEqualTo(List.of("patient", "other"));
    }
}
