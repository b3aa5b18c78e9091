package carequeue.adapter.email.news;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether an envelope comes from Amazon SNS: signed by a certificate that lies at Amazon's own address. */
class SnsProof {

    private static final Logger LOG = LoggerFactory.getLogger(SnsProof.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern AMAZONS = Pattern.compile("sns\\.[a-z0-9-]{3,32}\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern CERTIFICATE = Pattern.compile("/SimpleNotificationService-[0-9a-zA-Z]+\\.pem");
    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<URI, X509Certificate> known = new ConcurrentHashMap<>();
    private final Function<URI, byte[]> reading;
    private final Consumer<URI> visiting;

    SnsProof() {
        this.reading = this::read;
        this.visiting = this::visit;
    }

    SnsProof(Function<URI, byte[]> reading, Consumer<URI> visiting) {
        this.reading = reading;
        this.visiting = visiting;
    }

    boolean signed(JsonNode envelope) {
        String algorithm = switch (envelope.path("SignatureVersion").asText()) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> null;
        };
        Optional<URI> place = amazons(envelope.path("SigningCertURL").asText())
                .filter(uri -> CERTIFICATE.matcher(uri.getPath()).matches());
        return algorithm != null && place.isPresent() && signed(envelope, algorithm, place.get());
    }

    private boolean signed(JsonNode envelope, String algorithm, URI place) {
        try {
            X509Certificate certificate = certificate(place);
            certificate.checkValidity();
            Signature rsa = Signature.getInstance(algorithm);
            rsa.initVerify(certificate.getPublicKey());
            rsa.update(text(envelope).getBytes(StandardCharsets.UTF_8));
            return rsa.verify(
                    Base64.getDecoder().decode(envelope.path("Signature").asText()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private X509Certificate certificate(URI place) throws GeneralSecurityException {
        X509Certificate there = known.get(place);
        if (there == null) {
            there = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(reading.apply(place)));
            known.put(place, there);
        }
        return there;
    }

    /** The text that is signed: each field's name and value on lines of their own. */
    static String text(JsonNode envelope) {
        List<String> fields = envelope.path("Type").asText().equals("Notification") ? NOTIFICATION : CONFIRMATION;
        StringBuilder text = new StringBuilder();
        fields.stream()
                .filter(envelope::hasNonNull)
                .forEach(field -> text.append(field)
                        .append('\n')
                        .append(envelope.path(field).asText())
                        .append('\n'));
        return text.toString();
    }

    /** Says yes to a subscription; when that fails, Amazon asks again. */
    void confirm(JsonNode envelope) {
        amazons(envelope.path("SubscribeURL").asText())
                .ifPresentOrElse(
                        visiting, () -> LOG.warn("A subscription asks for a confirmation at a strange address"));
    }

    private void visit(URI place) {
        var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) ->
                        LOG.info("Amazon SNS was told yes: {}", failure == null ? answer.statusCode() : "not reached"));
    }

    private static Optional<URI> amazons(String address) {
        try {
            URI uri = URI.create(address);
            boolean theirs = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && AMAZONS.matcher(uri.getHost()).matches()
                    && uri.getUserInfo() == null
                    && (uri.getPort() < 0 || uri.getPort() == 443);
            return theirs ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private byte[] read(URI place) {
        try {
            var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("the certificate cannot be read", e);
        }
    }
}
