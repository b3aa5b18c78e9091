package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.context.FhirContext;
import carequeue.adapter.ehr.EhrNotification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Reads what a subscription sends: a resource, or a Bundle whose first entry is the status of the subscription, as Parameters (R4 with the
 * backport guide) or as SubscriptionStatus (R4B and later). Resources beside it are not looked at.
 */
public final class Notifications {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Notifications() {}

    /**
     * Reads the body of a notification.
     *
     * @throws NoNotification when it is none
     */
    public static EhrNotification read(byte[] body) {
        if (body.length == 0) {
            return EhrNotification.something();
        }
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            throw new NoNotification("it is no JSON");
        }
        if (root == null || root.isMissingNode()) {
            return EhrNotification.something();
        }
        String type = root.path("resourceType").asText();
        if (type.isEmpty()) {
            throw new NoNotification("it is no FHIR resource");
        }
        return type.equals("Bundle") ? new StatusReading(root).notification() : StatusReading.ofResource(root);
    }

    static EhrNotification of(Bundle told) {
        try {
            String text = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(told);
            return new StatusReading(JSON.readTree(text)).notification();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("HAPI writes JSON", e);
        }
    }

    /** It is not what it should be; the message holds nothing of it. */
    public static final class NoNotification extends RuntimeException {
        NoNotification(String what) {
            super(what, null, false, false);
        }
    }
}
