package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Refused;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command that met another one is sent again; one that was refused is not. */
class RetriesTest {

    private final AtomicInteger runs = new AtomicInteger();
    private final Retries retries = new Retries();

    @AfterEach
    void stop() {
        retries.close();
    }

    @Test
    void collisionsAreRepeatedThreeTimes() {
        CommandGateway commands = failing(run -> run <= 3 ? new ConcurrencyException("met") : null);

        assertThat((String) commands.sendAndWait("work")).isEqualTo("done");
        assertThat(runs).hasValue(4);
    }

    @Test
    void thenTheyAreGivenUp() {
        CommandGateway commands = failing(run -> new ConcurrencyException("met"));

        assertThatThrownBy(() -> commands.sendAndWait("work")).isInstanceOf(ConcurrencyException.class);
        assertThat(runs).hasValue(4);
    }

    @Test
    void twoWhoCreatedAreRepeated() {
        CommandGateway commands = failing(run -> run == 1 ? new AggregateStreamCreationException("met") : null);

        assertThat((String) commands.sendAndWait("work")).isEqualTo("done");
    }

    @Test
    void aRefusalIsFinal() {
        CommandGateway commands = failing(run -> new Refused.AlreadyTaken("hook", "l1"));

        assertThatThrownBy(() -> commands.sendAndWait("work")).isInstanceOf(Refused.AlreadyTaken.class);
        assertThat(runs).hasValue(1);
    }

    private CommandGateway failing(IntFunction<RuntimeException> failure) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(String.class.getName(), message -> {
            RuntimeException failed = failure.apply(runs.incrementAndGet());
            if (failed != null) {
                throw failed;
            }
            return "done";
        });
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(retries)
                .build();
    }
}
