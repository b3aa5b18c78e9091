package carequeue.query.audit;

import carequeue.api.Refused;

/** Where a page of history ended: the last position on it. */
final class AuditCursor {

    private AuditCursor() {}

    /** The position before which the page begins, or null for the head. */
    static Long position(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new Refused.BadField("/cursor", "is not a cursor of this list");
        }
    }
}
