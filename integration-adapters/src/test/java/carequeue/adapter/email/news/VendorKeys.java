package carequeue.adapter.email.news;

import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The vendors' side of a proof: their keys, and what they put beside or into a body so that it is believed. */
public final class VendorKeys {

    public static final String TOPIC = "arn:aws:sns:us-west-2:123456789012:MyTopic";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The addresses that were read for certificates, and those that were visited to confirm a topic. */
    public final List<URI> read = new ArrayList<>();

    public final List<URI> visited = new ArrayList<>();
    private final KeyPair sendgrid = pair();
    private final KeyStore amazon;

    public VendorKeys(Path directory) throws Exception {
        amazon = amazon(directory.resolve("sns.p12"));
    }

    /** All four, set up with these keys. */
    public Tellers tellers() throws Exception {
        NewsSettings settings = new NewsSettings(
                List.of(TOPIC),
                List.of(key(sendgrid)),
                List.of(Secret.of("key-of-mailgun")),
                List.of(Secret.of("postmark:secret")));
        return new Tellers(
                List.of(ses(settings), new Sendgrid(settings), new Mailgun(settings), new Postmark(settings)));
    }

    Ses ses(NewsSettings settings) throws Exception {
        byte[] certificate = amazon.getCertificate("sns").getEncoded();
        return new Ses(
                settings,
                new SnsProof(
                        uri -> {
                            read.add(uri);
                            return certificate;
                        },
                        visited::add),
                JSON);
    }

    static KeyPair pair() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        return pairs.generateKeyPair();
    }

    static String key(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The heads by which SendGrid's body is believed. */
    public Map<String, String> sendgrid(long at, String body) throws Exception {
        return sendgrid(sendgrid, Long.toString(at), body);
    }

    static Map<String, String> sendgrid(KeyPair pair, String at, String body) throws Exception {
        Signature ecdsa = Signature.getInstance("SHA256withECDSA");
        ecdsa.initSign(pair.getPrivate());
        ecdsa.update((at + body).getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "X-Twilio-Email-Event-Webhook-Timestamp",
                at,
                "X-Twilio-Email-Event-Webhook-Signature",
                Base64.getEncoder().encodeToString(ecdsa.sign()));
    }

    /** A body of Mailgun with its proof inside. */
    public static String mailgun(String key, long at, String event) throws Exception {
        ObjectNode body = (ObjectNode) JSON.readTree(event);
        body.putObject("signature")
                .put("timestamp", Long.toString(at))
                .put("token", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0")
                .put("signature", Proofs.hmac(key, at + "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0"));
        return body.toString();
    }

    /** The envelope that Amazon's documentation shows ("HTTP/HTTPS notification JSON format"), around another message. */
    public static ObjectNode sns(String message) {
        return JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
                .put("TopicArn", TOPIC)
                .put("Subject", "My First Message")
                .put("Message", message)
                .put("Timestamp", "2012-05-02T00:54:06.655Z")
                .put("SignatureVersion", "2")
                .put(
                        "SigningCertURL",
                        "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-f3ecfb7224c7233f.pem");
    }

    /** The envelope with which Amazon asks whether a topic is wanted ("HTTP/HTTPS subscription confirmation JSON format"). */
    public static ObjectNode confirmation(String subscribeUrl) {
        return sns("You have chosen to subscribe to the topic. To confirm the subscription, visit the SubscribeURL.")
                .put("Type", "SubscriptionConfirmation")
                .put("Token", "2336412f37fb687f5d51e6e241d09c805a5a57b30d712f794cc5f6a988666d92")
                .put("SubscribeURL", subscribeUrl)
                .without(List.of("Subject"));
    }

    /** Signed as Amazon signs. */
    public ObjectNode signed(ObjectNode envelope) throws Exception {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign((PrivateKey) amazon.getKey("sns", "changeit".toCharArray()));
        rsa.update(SnsProof.text((JsonNode) envelope).getBytes(StandardCharsets.UTF_8));
        return envelope.put("Signature", Base64.getEncoder().encodeToString(rsa.sign()));
    }

    private static KeyStore amazon(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = keytool + " -genkeypair -alias sns -keyalg RSA -storetype PKCS12 -storepass changeit"
                + " -dname CN=sns.amazonaws.com -keystore";
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.add(file.toString());
        new ProcessBuilder(words).start().waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return store;
    }
}
