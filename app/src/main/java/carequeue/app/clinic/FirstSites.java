package carequeue.app.clinic;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.site.SiteCommand.FoundSite;
import carequeue.api.site.SiteCommand.SignOn;
import carequeue.api.site.Sites;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;

/** Records the sites of the settings as the first of history, where history has none; later the settings change nothing. */
final class FirstSites implements SmartLifecycle {

    private final ClinicSettings settings;
    private final Sites sites;
    private final CommandGateway commands;
    private volatile boolean running;

    FirstSites(ClinicSettings settings, Sites sites, CommandGateway commands) {
        this.settings = settings;
        this.sites = sites;
        this.commands = commands;
    }

    @Override
    public void start() {
        if (sites.all().isEmpty()) {
            settings.checked().forEach(this::record);
        }
        running = true;
    }

    private void record(ClinicSettings.SiteSettings site) {
        try {
            send(new FoundSite(site.id(), site.setUp(), site.policies()));
        } catch (RuntimeException e) {
            sites.look();
            // Another node that started at the same moment may have been first.
            if (sites.find(site.id()).isEmpty()) {
                throw e;
            }
            return;
        }
        site.servicePoints().stream()
                .filter(point -> point.provider() != null)
                .forEach(point -> send(new SignOn(site.id(), point.id(), point.provider())));
        sites.look();
    }

    private void send(Object command) {
        Map<String, Object> facts =
                Map.of(Facts.ACTOR, "system", Facts.ROLES, "system", Facts.CHANNEL, Channel.SYSTEM.toString());
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(facts));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the aggregates listen, before any door opens. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
