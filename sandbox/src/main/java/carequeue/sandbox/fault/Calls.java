package carequeue.sandbox.fault;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls that arrive, also those that a fault swallows, by method and kind of path. */
public final class Calls implements Filter {

    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getRequestURI().indexOf('/', 1) > 0) {
            count(kind(http));
        }
        chain.doFilter(request, response);
    }

    public synchronized Map<String, Long> counted() {
        return new TreeMap<>(counts);
    }

    public synchronized void reset() {
        counts.clear();
    }

    private synchronized void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    /** {@code GET /fhir/Patient} is a search, {@code GET /fhir/Patient/{id}} a read; the same for other services. */
    private static String kind(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/");
        String type = parts.length > 2 ? "/" + parts[2] : "";
        return request.getMethod() + " /" + (parts.length > 1 ? parts[1] : "") + type
                + (parts.length > 3 ? "/{id}" : "");
    }
}
