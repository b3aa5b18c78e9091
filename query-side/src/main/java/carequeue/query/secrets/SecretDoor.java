package carequeue.query.secrets;

import carequeue.api.Refused;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to which secrets there are, and to who has read them. */
@RestController
class SecretDoor {

    private static final int AT_MOST = 500;

    private final SecretBook book;

    SecretDoor(SecretBook book) {
        this.book = book;
    }

    /** All secrets. */
    record Secrets(List<SecretBook.Known> items, String nextCursor) {}

    /** Reads, the newest first. */
    record Reads(List<SecretBook.Read> items, String nextCursor) {}

    @GetMapping("/api/admin/secrets")
    Secrets secrets() {
        return new Secrets(book.all(), null);
    }

    @GetMapping("/api/audit/secrets")
    Reads reads(
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int page = Math.max(1, Math.min(limit, AT_MOST));
        List<SecretBook.Read> found = book.reads(name, before(cursor), page + 1);
        boolean more = found.size() > page;
        List<SecretBook.Read> items = more ? found.subList(0, page) : found;
        return new Reads(items, more ? Long.toString(items.get(page - 1).id()) : null);
    }

    private static long before(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Long.MAX_VALUE;
        } else if (!cursor.matches("\\d{1,18}")) {
            throw new Refused.BadField("/cursor", "is none that was given");
        }
        return Long.parseLong(cursor);
    }
}
