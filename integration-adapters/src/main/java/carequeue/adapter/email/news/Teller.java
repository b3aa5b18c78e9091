package carequeue.adapter.email.news;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody who carries our emails and tells by webhook what became of them. */
public interface Teller {

    /** How it is called in the address of its webhook, such as {@code ses}. */
    String name();

    /** Whether it is set up; else nothing that comes in its name is believed. */
    boolean ready();

    /**
     * Whether the body comes from it, by the proof that it gives.
     *
     * @param said the body read as JSON, for those whose proof stands inside it; nobody else asks for it before it is proven
     */
    boolean proven(HttpServletRequest request, byte[] body, Supplier<JsonNode> said, Instant now);

    /** What it tells, as far as it is of use; one body may hold several. */
    List<News> read(JsonNode json);

    /**
     * What has to stand at the head of an email, so that the name comes back with every word about it.
     *
     * @param name our own name of the attempt
     */
    Map<String, String> marks(String name);
}
