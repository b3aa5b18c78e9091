package carequeue.adapter.inbound;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads what an outside system sends, up to 1 MB, once and as it came, so that its signature can be checked byte by byte. */
public final class RawBodies implements Filter {

    /** The largest body in bytes. */
    public static final int MOST = 1024 * 1024;

    private static final String TOO_LARGE = "{\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413,"
            + "\"detail\":\"A body may have 1 MB at most.\"}";

    /** The body of a request to a webhook door, byte by byte; also that of a form. */
    public static byte[] of(HttpServletRequest request) {
        return (byte[]) request.getAttribute(RawBodies.class.getName());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getContentLengthLong() > MOST
                ? null
                : request.getInputStream().readNBytes(MOST + 1);
        if (body == null || body.length > MOST) {
            tooLarge((HttpServletResponse) response);
            return;
        }
        request.setAttribute(RawBodies.class.getName(), body);
        chain.doFilter(new ReadRequest((HttpServletRequest) request, body), response);
    }

    private static void tooLarge(HttpServletResponse response) throws IOException {
        response.setStatus(413);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(TOO_LARGE.getBytes(StandardCharsets.UTF_8));
    }
}
