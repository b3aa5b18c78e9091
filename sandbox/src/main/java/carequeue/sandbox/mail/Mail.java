package carequeue.sandbox.mail;

/**
 * An email as it arrived.
 *
 * @param at when, ISO 8601
 * @param raw the whole of it
 */
record Mail(String id, String from, String to, String subject, String messageId, String at, String raw) {}
