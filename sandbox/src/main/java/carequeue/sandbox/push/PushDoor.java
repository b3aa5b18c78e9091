package carequeue.sandbox.push;

import carequeue.sandbox.fault.WebhookSender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The push service: where devices register and messages arrive (RFC 8030, 8292). */
@RestController
class PushDoor {

    private static final Pattern VAPID = Pattern.compile("vapid t=([\\w.-]+), ?k=([\\w-]+)");

    private final PushLog log;
    private final WebhookSender acks;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    PushDoor(PushLog log, @Qualifier("pushWebhooks") WebhookSender acks, @Qualifier("pushClock") Clock clock) {
        this.log = log;
        this.acks = acks;
        this.clock = clock;
    }

    /** A new device; the answer is what a browser's subscription looks like. */
    @PostMapping("/push/devices")
    Map<String, Object> register(HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        Browser.Keys keys = Browser.keys();
        log.add(id, keys);
        return Map.of(
                "endpoint",
                origin(request) + "/push/endpoints/" + id,
                "keys",
                Map.of("p256dh", keys.p256dh(), "auth", keys.auth()));
    }

    /** The device's owner takes it back. */
    @DeleteMapping("/push/devices/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        log.remove(id);
        return ResponseEntity.noContent().build();
    }

    /** What the devices show, the last one first. */
    @GetMapping("/push/messages")
    List<PushLog.Shown> messages() {
        return log.shown();
    }

    @PostMapping("/push/endpoints/{id}")
    ResponseEntity<Void> push(
            @PathVariable String id,
            @RequestHeader(name = "Authorization", required = false) String vapid,
            @RequestHeader(name = "TTL", required = false) Integer ttl,
            @RequestHeader(name = "Content-Encoding", required = false) String encoding,
            @RequestBody byte[] body,
            HttpServletRequest request)
            throws IOException {
        Browser.Keys keys = log.device(id).orElse(null);
        if (keys == null) {
            return ResponseEntity.status(410).build();
        } else if (ttl == null || !"aes128gcm".equals(encoding) || body.length > 4096) {
            return ResponseEntity.status(body.length > 4096 ? 413 : 400).build();
        } else if (!isSigned(vapid, origin(request))) {
            return ResponseEntity.status(403).build();
        }
        try {
            String message = Browser.open(keys, body);
            log.show(new PushLog.Shown(id, clock.instant().toString(), message));
            acknowledge(message);
        } catch (GeneralSecurityException e) {
            // A push service cannot see into a message; here the device is asked at once.
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.created(URI.create(origin(request) + "/push/messages/" + UUID.randomUUID()))
                .build();
    }

    private void acknowledge(String message) throws IOException {
        JsonNode ack = json.readTree(message).path("ack");
        if (ack.isTextual()) {
            acks.send(HttpRequest.newBuilder(URI.create(ack.asText()))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
        }
    }

    private boolean isSigned(String vapid, String origin) {
        Matcher parts = VAPID.matcher(vapid == null ? "" : vapid);
        if (!parts.matches()) {
            return false;
        }
        try {
            SignedJWT token = SignedJWT.parse(parts.group(1));
            var key = (ECPublicKey) Browser.publicKey(Base64.getUrlDecoder().decode(parts.group(2)));
            var claims = token.getJWTClaimsSet();
            long left = claims.getExpirationTime().toInstant().getEpochSecond()
                    - clock.instant().getEpochSecond();
            return token.verify(new ECDSAVerifier(key))
                    && claims.getAudience().equals(List.of(origin))
                    && left > 0
                    && left <= 86_400;
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    private static String origin(HttpServletRequest request) {
        return "http://" + request.getServerName() + ":" + request.getServerPort();
    }
}
