package carequeue.sandbox.stripe;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Carries calls out and loses their answers: the worst of all faults, since nobody knows what came of the call. */
final class LostAnswers implements Filter {

    private double rate;
    private double due;

    /** The share of answers that are lost, from 0 to 1. */
    synchronized void rate(double share) {
        rate = share;
        due = 0;
    }

    private synchronized boolean isDue() {
        due += rate;
        if (due < 1) {
            return false;
        }
        due -= 1;
        return true;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isDue()) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(request, new ContentCachingResponseWrapper((HttpServletResponse) response));
        ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_GATEWAY);
    }
}
