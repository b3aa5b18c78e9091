package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as Stripe words it. */
final class ApiError extends RuntimeException {

    final int status;
    final transient ObjectNode error = JsonNodeFactory.instance.objectNode();
    /** Whether the call was understood and carried out, so that a repeat is answered the same. */
    final boolean carriedOut;

    private ApiError(int status, String type, String code, String message, String param, boolean carriedOut) {
        super(message, null, false, false);
        this.status = status;
        this.carriedOut = carriedOut;
        error.put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        if (param != null) {
            error.put("param", param);
        }
    }

    static ApiError missing(String param) {
        return invalid("parameter_missing", "Missing required param: " + param + ".", param);
    }

    static ApiError invalid(String code, String message, String param) {
        return new ApiError(400, "invalid_request_error", code, message, param, false);
    }

    static ApiError state(String code, String message) {
        return new ApiError(400, "invalid_request_error", code, message, null, true);
    }

    static ApiError notThere(String kind, String id) {
        return new ApiError(
                404, "invalid_request_error", "resource_missing", "No such " + kind + ": '" + id + "'", "id", false);
    }

    static ApiError key() {
        return new ApiError(401, "invalid_request_error", null, "Invalid API Key provided", null, false);
    }

    static ApiError otherWords() {
        return new ApiError(
                400,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                null,
                false);
    }

    static ApiError declined(String code, String declineCode, ObjectNode intent) {
        ApiError error = new ApiError(402, "card_error", code, "Your card was declined.", null, true);
        if (declineCode != null) {
            error.error.put("decline_code", declineCode);
        }
        if (intent != null) {
            error.error.set("payment_intent", intent.deepCopy());
        }
        return error;
    }

    ApiError with(ObjectNode intent) {
        error.set("payment_intent", intent.deepCopy());
        return this;
    }

    ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }
}
