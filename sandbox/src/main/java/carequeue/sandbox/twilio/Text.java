package carequeue.sandbox.twilio;

import java.time.Instant;

/**
 * A text message as the carrier knows it.
 *
 * @param inbound whether a telephone sent it
 * @param callback where its sender wants to be told, or null
 */
record Text(
        String sid,
        boolean inbound,
        String from,
        String to,
        String body,
        String status,
        Integer errorCode,
        String callback,
        Instant createdAt,
        Instant updatedAt) {

    Text now(String other, Integer code, Instant at) {
        return new Text(sid, inbound, from, to, body, other, code, callback, createdAt, at);
    }

    boolean over() {
        return inbound || !status.equals("queued") && !status.equals("sent");
    }
}
