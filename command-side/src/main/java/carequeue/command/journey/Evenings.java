package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.eligibility.AheadCommand;
import carequeue.api.eligibility.AheadCommand.PlanAhead;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees to it, at the start, that every site has its next evening arranged; from then on each evening arranges the one after. */
@Component
class Evenings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Evenings.class);

    private final CommandGateway commands;
    private final Sites sites;
    private final Clock clock;
    private final boolean runsHere;
    private volatile boolean running;

    Evenings(
            CommandGateway commands,
            Sites sites,
            Clock clock,
            @Value("${carequeue.roles:command,query,integration}") String roles) {
        this.commands = commands;
        this.sites = sites;
        this.clock = clock;
        this.runsHere = List.of(roles.split("[,\\s]+")).contains("command");
    }

    /** The next evening that is still to come at an instant, by the site's policy. */
    static PlanAhead next(Site site, Instant now) {
        LocalDate day = site.businessDay(now).plusDays(1);
        Instant due = evening(site, day);
        while (!due.isAfter(now)) {
            day = day.plusDays(1);
            due = evening(site, day);
        }
        return new PlanAhead(
                AheadCommand.id(site.siteId(), day),
                site.siteId(),
                day,
                due,
                site.policies().askingAhead());
    }

    private static Instant evening(Site site, LocalDate day) {
        return day.minusDays(1)
                .atTime(site.policies().eligibility().eveningBefore())
                .atZone(site.timeZone())
                .toInstant();
    }

    @Override
    public void start() {
        if (runsHere) {
            sites.all().forEach(this::arrange);
        }
        running = true;
    }

    // A site that fails here is arranged by its next change or the next start; it holds no other up.
    private void arrange(Site site) {
        Map<String, Object> facts =
                Map.of(Facts.ACTOR, "system", Facts.ROLES, "system", Facts.CHANNEL, Channel.SYSTEM.toString());
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(next(site, clock.instant()))
                    .andMetaData(facts));
        } catch (RuntimeException e) {
            LOG.warn("The evening before the next day of site {} could not be arranged", site.siteId(), e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
