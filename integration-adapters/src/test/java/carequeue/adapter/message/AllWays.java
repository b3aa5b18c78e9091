package carequeue.adapter.message;

import carequeue.adapter.email.EmailBench;
import carequeue.adapter.push.PushBench;
import carequeue.adapter.secrets.Secret;
import carequeue.adapter.sms.SmsWay;
import carequeue.adapter.sms.twilio.TwilioSettings;
import carequeue.adapter.sms.twilio.TwilioSms;
import java.time.Duration;
import java.util.List;

/** Every way of telling, with the sandbox as the outside. */
final class AllWays {

    private AllWays() {}

    static List<Way> of(MessageBench bench) throws Exception {
        var twilio = new TwilioSettings(
                bench.sandbox.url() + "/twilio",
                "ACcafe0000000000000000000000sandbox",
                Secret.of("sandbox-twilio-token"),
                null,
                "+15005550006",
                null,
                100_000,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        return List.of(
                new SmsWay(
                        new TwilioSms(twilio, bench.guards), bench.attempts, bench.settings, bench.pages, bench.ours),
                EmailBench.way(bench),
                PushBench.way(bench));
    }

    /** A browser that takes push messages. */
    static String device(MessageBench bench) throws Exception {
        return PushBench.device(bench);
    }
}
