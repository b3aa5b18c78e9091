package carequeue.app.operations;

import carequeue.store.ProcessorState;
import carequeue.store.Supervisor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether every processing group that belongs on this node goes on; what is wrong is named by its kind. */
final class ProcessorHealth implements HealthIndicator {

    private final Supervisor supervisor;

    ProcessorHealth(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public Health health() {
        Health.Builder health = supervisor.states().stream().allMatch(supervisor::well) ? Health.up() : Health.down();
        supervisor.states().forEach(state -> health.withDetail(state.group(), words(state)));
        return health.build();
    }

    private String words(ProcessorState state) {
        if (supervisor.well(state)) {
            return state.lag() + " behind";
        } else if (state.error() != null) {
            return state.error() + ", " + state.lag() + " behind";
        }
        return state.running() ? "silent for " + state.heartbeat().toSeconds() + " s" : "stopped";
    }
}
