package carequeue.sandbox.stripe;

import jakarta.servlet.http.HttpServletRequest;

/** Under which address the last caller reached the provider, for the links that it gives. */
final class Address {

    private volatile String origin = "http://localhost:8090";

    void reachedBy(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host != null) {
            origin = request.getScheme() + "://" + host;
        }
    }

    String url(String path) {
        return origin + path;
    }
}
