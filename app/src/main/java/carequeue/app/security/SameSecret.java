package carequeue.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares the one shared secret of the embedded users, which lives in memory only; a slow hash would cost every script's call. */
final class SameSecret implements PasswordEncoder {

    @Override
    public String encode(CharSequence password) {
        try {
            byte[] bytes = password.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
        return MessageDigest.isEqual(
                encode(password).getBytes(StandardCharsets.US_ASCII), encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
