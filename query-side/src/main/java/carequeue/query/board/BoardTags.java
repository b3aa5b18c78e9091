package carequeue.query.board;

import carequeue.api.queue.QueueQuery.Board;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Entity tags of boards: the same tag while what is shown stays the same, wherever history has gone meanwhile. */
@Component
class BoardTags {

    private final ObjectMapper json;

    BoardTags(ObjectMapper json) {
        this.json = json;
    }

    String of(Board b) {
        try {
            byte[] shown = json.writeValueAsBytes(
                    new Board(b.queueId(), b.siteId(), b.serviceId(), b.date(), b.state(), 0, b.entries()));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown);
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, 12)) + "\"";
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
