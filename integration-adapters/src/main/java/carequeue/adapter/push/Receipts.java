package carequeue.adapter.push;

import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.message.Word;
import carequeue.api.Sealing;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links by which a device says that it has shown a message; nobody else can make one. */
@Component
public class Receipts {

    /** Where the links lead. */
    static final String PATH = "/webhooks/push/";

    private static final int SEAL = 16;

    private final Sealing sealing;
    private final PublicAddress ours;

    public Receipts(Sealing sealing, PublicAddress ours) {
        this.sealing = sealing;
        this.ours = ours;
    }

    URI link(NotificationDispatched said) {
        String attempt = Integer.toString(said.attempt());
        return ours.of(PATH + said.notificationId() + "/" + attempt + "/" + seal(said.notificationId(), attempt));
    }

    /** The attempt that a link names; empty when it is none of ours. */
    Optional<Word.Name> read(String notificationId, String attempt, String seal) {
        boolean ourOwn = MessageDigest.isEqual(
                seal(notificationId, attempt).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                seal.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ourOwn ? Word.Name.of(notificationId, attempt) : Optional.empty();
    }

    private String seal(String notificationId, String attempt) {
        byte[] whole = sealing.index("push-receipt", notificationId, attempt);
        return HexFormat.of().formatHex(Arrays.copyOf(whole, SEAL));
    }
}
