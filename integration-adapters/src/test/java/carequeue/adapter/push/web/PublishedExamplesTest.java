package carequeue.adapter.push.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.push.Device;
import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Byte by byte what the standards' own examples show: RFC 8188 section 3.1, RFC 8291 section 5 and appendix A, RFC 8292. */
class PublishedExamplesTest {

    private static final String TEXT = "When I grow up, I want to be a watermelon";
    private static final Device RECEIVER = new Device(
            "web",
            "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg",
            null);
    private static final String RECEIVERS_OWN = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDERS_OWN = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String BODY =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vC"
                    + "YLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qul"
                    + "cy4a-fN";

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair(String point, String number) throws GeneralSecurityException {
        ECPublicKey open = ForBrowser.key(bytes(point));
        var own = new ECPrivateKeySpec(new BigInteger(1, bytes(number)), open.getParams());
        return new KeyPair(open, KeyFactory.getInstance("EC").generatePrivate(own));
    }

    @Test
    void theEncodingOfRfc8188() throws Exception {
        byte[] body = Encrypted.body(
                bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
                bytes("I1BsxtFttlv3u_Oo94xnmw"),
                4096,
                new byte[0],
                "I am the walrus".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(body)).isEqualTo("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
    }

    @Test
    void theMessageOfRfc8291() throws Exception {
        byte[] body = ForBrowser.encrypted(
                RECEIVER,
                TEXT.getBytes(StandardCharsets.UTF_8),
                pair(SENDER, SENDERS_OWN),
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(text(body)).isEqualTo(BODY);
    }

    @Test
    void anotherLibraryReadsBothTheExampleAndOurs() throws Exception {
        var browser = new WebPushHybridDecrypt.Builder()
                .withAuthSecret(bytes(RECEIVER.auth()))
                .withRecipientPublicKey(bytes(RECEIVER.p256dh()))
                .withRecipientPrivateKey(bytes(RECEIVERS_OWN))
                .build();
        assertThat(new String(browser.decrypt(bytes(BODY), null), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
        byte[] first = ForBrowser.encrypted(RECEIVER, "¡hola!".getBytes(StandardCharsets.UTF_8));
        byte[] second = ForBrowser.encrypted(RECEIVER, "¡hola!".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(browser.decrypt(first, null), StandardCharsets.UTF_8))
                .isEqualTo("¡hola!");
        assertThat(Arrays.copyOf(first, 100)).isNotEqualTo(Arrays.copyOf(second, 100));
    }

    @Test
    void aPointBesideTheCurveIsNoKey() {
        byte[] beside = bytes(RECEIVER.p256dh());
        beside[64] ^= 1;
        assertThat(catchThrowable(() -> ForBrowser.key(beside))).isInstanceOf(GeneralSecurityException.class);
        assertThat(catchThrowable(() -> ForBrowser.key(new byte[65]))).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void weAreKnownByATokenForTheOriginWithItsPort() throws Exception {
        var settings = new WebPushSettings(
                SENDER, carequeue.adapter.secrets.Secret.of(SENDERS_OWN), "mailto:desk@clinic.example", null);
        Instant now = Instant.parse("2026-11-23T15:00:00Z");
        String header = new Vapid(settings, SENDERS_OWN)
                .authorization(URI.create("https://push.example.net:8443/p/x?y=z"), now);
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + SENDER);
        SignedJWT token = SignedJWT.parse(header.substring("vapid t=".length(), header.indexOf(',')));
        assertThat(token.verify(new ECDSAVerifier(ForBrowser.key(bytes(SENDER)))))
                .isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getJWTClaimsSet().getAudience()).isEqualTo(List.of("https://push.example.net:8443"));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:desk@clinic.example");
        Duration left = Duration.between(
                now, token.getJWTClaimsSet().getExpirationTime().toInstant());
        assertThat(left).isPositive().isLessThanOrEqualTo(Duration.ofHours(24));
        String usual = new Vapid(settings, SENDERS_OWN).authorization(URI.create("https://push.example.net/p/x"), now);
        assertThat(SignedJWT.parse(usual.substring(8, usual.indexOf(',')))
                        .getJWTClaimsSet()
                        .getAudience())
                .isEqualTo(List.of("https://push.example.net"));
    }
}
