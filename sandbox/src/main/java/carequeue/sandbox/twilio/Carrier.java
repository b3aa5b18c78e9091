package carequeue.sandbox.twilio;

import carequeue.sandbox.fault.WebhookSender;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Carries texts from queued to delivered and tells their senders on the way; takes texts from telephones. */
final class Carrier implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(200);

    private final Texts texts;
    private final WebhookSender webhooks;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();
    private final Set<String> switchedOff = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;

    Carrier(Texts texts, WebhookSender webhooks, Clock clock) {
        this.texts = texts;
        this.webhooks = webhooks;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sandbox-carrier");
            thread.setDaemon(true);
            return thread;
        });
        texts.all().stream().filter(text -> !text.over()).forEach(this::carry);
    }

    /** Takes a text that is to go out. */
    Text take(String from, String to, String body, String callback) {
        Text text = texts.keep(
                new Text(sid(), false, from, to, body, "queued", null, callback, clock.instant(), clock.instant()));
        carry(text);
        return text;
    }

    /** A telephone writes to whoever wrote to it last. */
    void answer(String phone, String body) {
        Text last = texts.all().stream()
                .filter(text -> !text.inbound() && text.to().equals(phone))
                .findFirst()
                .orElseThrow();
        Text text = texts.keep(new Text(
                sid(), true, phone, last.from(), body, "received", null, null, clock.instant(), clock.instant()));
        if (last.callback() != null) {
            String url = last.callback().replaceAll("\\?.*", "");
            Map<String, String> form = form(text);
            form.put("SmsStatus", "received");
            form.put("Body", body);
            form.put("NumMedia", "0");
            post(url, form);
        }
    }

    /** A telephone that is switched off takes nothing. */
    void switchOff(String phone, boolean off) {
        if (off) {
            switchedOff.add(phone);
        } else {
            switchedOff.remove(phone);
        }
    }

    boolean isOff(String phone) {
        return switchedOff.contains(phone);
    }

    private void carry(Text text) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> step(text.sid()), STEP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void step(String sid) {
        Text text = texts.find(sid).orElseThrow();
        boolean off = isOff(text.to());
        Text next = text.status().equals("queued")
                ? text.now("sent", null, clock.instant())
                : text.now(off ? "undelivered" : "delivered", off ? (Integer) 30003 : null, clock.instant());
        texts.keep(next);
        tell(next);
        if (!next.over()) {
            carry(next);
        }
    }

    private void tell(Text text) {
        if (text.callback() != null) {
            Map<String, String> form = form(text);
            form.put("MessageStatus", text.status());
            form.put("SmsStatus", text.status());
            if (text.errorCode() != null) {
                form.put("ErrorCode", text.errorCode().toString());
            }
            post(text.callback(), form);
        }
    }

    private static Map<String, String> form(Text text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", Account.SID);
        form.put("ApiVersion", "2010-04-01");
        form.put("MessageSid", text.sid());
        form.put("SmsSid", text.sid());
        form.put("From", text.from());
        form.put("To", text.to());
        return form;
    }

    private void post(String url, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        webhooks.send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", Account.signature(url, form))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String sid() {
        byte[] bytes = new byte[16];
        chance.nextBytes(bytes);
        return "SM" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
