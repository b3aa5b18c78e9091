package carequeue.app.operations;

import carequeue.store.ProcessorState;
import carequeue.store.Supervisor;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The supervisor's figures for each processing group: {@code carequeue_processor_…}. */
final class ProcessorMetrics implements MeterBinder {

    private static final String TAG = "group";

    private final Supervisor supervisor;

    ProcessorMetrics(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        supervisor.groups().forEach(group -> bind(registry, group));
    }

    private void bind(MeterRegistry registry, String group) {
        gauge(registry, "carequeue.processor.up", group, state -> supervisor.well(state) ? 1 : 0);
        gauge(registry, "carequeue.processor.lag", group, ProcessorState::lag);
        gauge(registry, "carequeue.processor.segments", group, ProcessorState::segments);
        gauge(
                registry,
                "carequeue.processor.heartbeat.seconds",
                group,
                state -> state.heartbeat().toMillis() / 1000.0);
        FunctionCounter.builder("carequeue.processor.restarts", supervisor, s -> of(group, ProcessorState::restarts))
                .tag(TAG, group)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String group, ToDoubleFunction<ProcessorState> figure) {
        Gauge.builder(name, supervisor, s -> of(group, figure)).tag(TAG, group).register(registry);
    }

    private double of(String group, ToDoubleFunction<ProcessorState> figure) {
        return supervisor.states().stream()
                .filter(state -> state.group().equals(group))
                .mapToDouble(figure)
                .findFirst()
                .orElse(0);
    }
}
