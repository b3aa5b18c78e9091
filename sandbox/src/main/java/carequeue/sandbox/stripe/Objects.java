package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** What all of Stripe's objects have in common: metadata, and lists by pages. */
final class Objects {

    private static final int PAGE = 10;
    private static final int LARGEST = 100;

    private Objects() {}

    static void metadata(ObjectNode object, Form form) {
        ObjectNode metadata = object.putObject("metadata");
        form.under("metadata").forEach(metadata::put);
    }

    /** A page of a list, the newest first, by {@code limit, starting_after} and {@code created[…]}. */
    static ObjectNode page(List<ObjectNode> all, Form form, String url) {
        List<ObjectNode> left = all.stream().filter(created(form)).toList();
        String after = form.get("starting_after");
        int begin = after == null ? 0 : 1 + ids(left).indexOf(after);
        if (after != null && begin == 0) {
            throw ApiError.invalid("resource_missing", "No such object: '" + after + "'", "starting_after");
        }
        Long limit = form.number("limit");
        int end = (int) Math.min(left.size(), begin + Math.min(LARGEST, limit == null ? PAGE : limit));
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        left.subList(begin, end).forEach(data::add);
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list");
        page.put("url", url).put("has_more", end < left.size()).set("data", data);
        return page;
    }

    private static List<String> ids(List<ObjectNode> objects) {
        return objects.stream().map(o -> o.get("id").asText()).toList();
    }

    private static Predicate<ObjectNode> created(Form form) {
        Long at = form.number("created");
        Long gte = form.number("created[gte]");
        Long gt = form.number("created[gt]");
        Long lte = form.number("created[lte]");
        Long lt = form.number("created[lt]");
        return object -> {
            long created = object.get("created").asLong();
            return (at == null || created == at)
                    && (gte == null || created >= gte)
                    && (gt == null || created > gt)
                    && (lte == null || created <= lte)
                    && (lt == null || created < lt);
        };
    }
}
