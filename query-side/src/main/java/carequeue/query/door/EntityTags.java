package carequeue.query.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Entity tags of answers: the same tag while what is shown stays the same. */
@Component
public class EntityTags {

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    /** The answer, or null when the caller has it already and is told so with 304. */
    public <T> T unlessKnown(T answer, WebRequest request) {
        return request.checkNotModified(of(answer)) ? null : answer;
    }

    private String of(Object answer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(answer));
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, 12)) + "\"";
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
