package carequeue.adapter.sms.twilio;

import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Unheard;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.sms.SmsProvider;
import carequeue.api.notification.MessageChannel;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks Twilio about messages of which it does not tell anything by itself; the answer is taken in as if it had. */
@Component
public class TwilioAsking implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioAsking.class);
    private static final int AT_ONCE = 20;

    private final SmsProvider provider;
    private final Unheard unheard;
    private final Envelopes envelopes;
    private ScheduledExecutorService timer;

    public TwilioAsking(SmsProvider provider, Unheard unheard, Envelopes envelopes) {
        this.provider = provider;
        this.unheard = unheard;
        this.envelopes = envelopes;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "twilio-asking");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::turn, 5, 5, TimeUnit.SECONDS);
    }

    private void turn() {
        try {
            askDue();
        } catch (RuntimeException e) {
            LOG.warn(
                    "What became of text messages cannot be asked now: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Asks about everything that is due; how many were asked about. */
    int askDue() {
        if (!provider.ready()) {
            return 0;
        }
        var due = unheard.due(MessageChannel.SMS, AT_ONCE);
        due.forEach(this::ask);
        return due.size();
    }

    private void ask(Attempts.Known known) {
        try {
            provider.getDeliveryStatus(known.providerId())
                    .filter(sent -> sent.status().compareTo(known.delivery()) > 0)
                    .ifPresent(sent -> heard(known, sent));
        } catch (OutsideFailure e) {
            LOG.debug("Not asked: {}", e.getMessage());
        }
    }

    // Ours and Twilio's words for what may have become of a message are the same.
    private void heard(Attempts.Known known, Sent sent) {
        String sid = known.providerId();
        String status = sent.status().toString();
        byte[] form = TwilioForm.status(sid, status, sent.code());
        envelopes.store(TwilioDoor.SERVICE, sid + ":" + status, "status", sid, form, Map.of());
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}
