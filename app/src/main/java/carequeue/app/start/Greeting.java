package carequeue.app.start;

import carequeue.app.postgres.EmbeddedPostgres;
import carequeue.app.sandbox.SandboxAddress;
import carequeue.app.sandbox.SandboxBeside;
import carequeue.app.security.DemoUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a person reads in the console when CareQueue is ready. */
@Component
final class Greeting {

    private final CareQueueSettings settings;
    private final DemoUsers.DemoPassword password;
    private final ObjectProvider<EmbeddedPostgres> postgres;
    private final ObjectProvider<SandboxBeside> sandbox;
    private final Environment environment;

    Greeting(
            CareQueueSettings settings,
            DemoUsers.DemoPassword password,
            ObjectProvider<EmbeddedPostgres> postgres,
            ObjectProvider<SandboxBeside> sandbox,
            Environment environment) {
        this.settings = settings;
        this.password = password;
        this.postgres = postgres;
        this.sandbox = sandbox;
        this.environment = environment;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        System.out.println(String.join(System.lineSeparator(), lines(ready.getTimeTaken())));
        if (password.unseen()) {
            password.shown();
        }
    }

    private List<String> lines(Duration taken) {
        String port = environment.getProperty("local.server.port", "8080");
        String address = settings.publicUrl() != null ? settings.publicUrl().toString() : "http://localhost:" + port;
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  CareQueue is ready after %.1f s: %s".formatted(taken.toMillis() / 1000.0, address));
        lines.add("  Sign in as " + String.join(", ", DemoUsers.names()) + "; " + passwordWords());
        sandbox.ifAvailable(s -> lines.add("  SANDBOX: it stands in for " + standsInFor() + ": " + s.url()));
        postgres.ifAvailable(p -> lines.add("  The database is an embedded PostgreSQL in " + p.where()));
        if (settings.roles().size() < 3) {
            lines.add("  This node's roles: " + String.join(", ", settings.roles()));
        }
        if ("local".equals(environment.getProperty("carequeue.phi.master", "local"))) {
            lines.add("  The master key of personal values is a local one (CAREQUEUE_PHI_MASTER): unfit for real"
                    + " people.");
        }
        lines.add("");
        return lines;
    }

    private String standsInFor() {
        String services = environment.getProperty(SandboxAddress.STANDS_IN_FOR, "");
        return services.isEmpty() ? "nothing" : "a real " + services;
    }

    private String passwordWords() {
        if (password.file() == null) {
            return "the password is the one given by CAREQUEUE_DEMO_PASSWORD.";
        }
        return password.unseen()
                ? "the password is " + password.value() + " (shown this once; it is kept in " + password.file() + ")."
                : "the password is in " + password.file() + ".";
    }
}
