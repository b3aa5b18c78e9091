package carequeue.query.integrations;

import carequeue.api.sync.Job;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door to the outside's health and to jobs. */
@RestController
class IntegrationDoor {

    private final Health health;
    private final Jobs jobs;

    IntegrationDoor(Health health, Jobs jobs) {
        this.health = health;
        this.jobs = jobs;
    }

    @GetMapping("/api/integrations/health")
    List<Health.Service> health() {
        return health.all();
    }

    @GetMapping("/api/jobs/{jobId}")
    Job job(@PathVariable String jobId) {
        return jobs.get(jobId);
    }
}
