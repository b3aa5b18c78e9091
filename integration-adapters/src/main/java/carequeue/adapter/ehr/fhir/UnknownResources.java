package carequeue.adapter.ehr.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/** Leaves out the kinds of resources which R4 does not know, in a Bundle or contained: HAPI would not read the others either. */
final class UnknownResources implements HttpResponseInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> known;

    /** @param known the names of all kinds */
    UnknownResources(Set<String> known) {
        this.known = known;
    }

    @Override
    public void process(HttpResponse response, HttpContext context) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null || entity.getContentType() == null || !json(entity.getContentType())) {
            return;
        }
        Header type = entity.getContentType();
        ByteArrayEntity read = new ByteArrayEntity(withoutUnknown(EntityUtils.toByteArray(entity)));
        read.setContentType(type);
        response.setEntity(read);
    }

    private static boolean json(Header type) {
        return type.getValue().contains("json");
    }

    private byte[] withoutUnknown(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            boolean removed = keepKnown(root.path("entry"), entry -> entry.path("resource"));
            removed |= keepKnown(root.path("contained"), contained -> contained);
            for (JsonNode entry : root.path("entry")) {
                removed |= keepKnown(entry.path("resource").path("contained"), contained -> contained);
            }
            return removed ? JSON.writeValueAsBytes(root) : body;
        } catch (IOException noJson) {
            // Whoever reads it says so.
            return body;
        }
    }

    private boolean keepKnown(JsonNode list, UnaryOperator<JsonNode> resource) {
        boolean removed = false;
        for (Iterator<JsonNode> all = list.iterator(); all.hasNext(); ) {
            JsonNode type = resource.apply(all.next()).path("resourceType");
            if (type.isTextual() && !known.contains(type.asText())) {
                all.remove();
                removed = true;
            }
        }
        return removed;
    }
}
