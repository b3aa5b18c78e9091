package carequeue.sandbox.fault;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Breaks one service on purpose; a change lets go at once of the calls that hang. */
public final class FaultSwitch implements Filter {

    private static final long HANG_MILLIS = 30_000;

    private Faults faults;
    private double errorsDue;
    private double lossesDue;
    private double spread;

    public FaultSwitch(String service) {
        this.faults = Faults.none(service);
    }

    /** Stands before everything under a path, behind the counting. */
    public static FilterRegistrationBean<FaultSwitch> on(FaultSwitch faults, String... paths) {
        var registration = new FilterRegistrationBean<>(faults);
        registration.setName(faults.service() + "-faults");
        registration.addUrlPatterns(paths);
        registration.setOrder(1);
        return registration;
    }

    /** The service it breaks. */
    public String service() {
        return now().service();
    }

    public synchronized Faults now() {
        return faults;
    }

    public synchronized void set(Faults wanted) {
        faults = wanted;
        errorsDue = 0;
        lossesDue = 0;
        notifyAll();
    }

    public synchronized void outage(boolean on) {
        set(faults.withOutage(on));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = (HttpServletResponse) response;
        Faults asked = now();
        if (asked.outage()) {
            refuse(answer, 503, "The service is out of order");
        } else if (asked.timeout()) {
            hold(asked, HANG_MILLIS);
            refuse(answer, 504, "The service did not answer in time");
        } else if (isError()) {
            hold(asked, delay(asked));
            refuse(answer, 500, "The service failed");
        } else {
            hold(asked, delay(asked));
            answer(request, answer, chain);
        }
    }

    /** What is carried out may still be answered as if it had failed. */
    private void answer(ServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (!isLost()) {
            chain.doFilter(request, answer);
            return;
        }
        var swallowed = new ContentCachingResponseWrapper(answer);
        chain.doFilter(request, swallowed);
        refuse(answer, 500, "The service failed");
    }

    /** Whether the answer to this call is to be lost although it is carried out. */
    public synchronized boolean isLost() {
        lossesDue += faults.lostRate();
        if (lossesDue < 1) {
            return false;
        }
        lossesDue -= 1;
        return true;
    }

    /** Spreads the errors evenly instead of rolling dice, so that a share asked for is the share that comes. */
    public synchronized boolean isError() {
        errorsDue += faults.errorRate();
        if (errorsDue < 1) {
            return false;
        }
        errorsDue -= 1;
        return true;
    }

    // The golden ratio's multiples fill any span evenly, in no order that anybody could rely on.
    private synchronized long delay(Faults asked) {
        spread = (spread + 0.618_033_988_749_895) % 1;
        return asked.latencyMillis() + Math.round(asked.upToMillis() * spread);
    }

    /** Holds back an answer that does not come over HTTP, as long as the faults say. */
    public void holdBack() {
        Faults asked = now();
        hold(asked, asked.timeout() ? HANG_MILLIS : delay(asked));
    }

    private synchronized void hold(Faults begun, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = end - System.nanoTime();
        while (left > 0 && faults == begun) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = end - System.nanoTime();
        }
    }

    private static void refuse(HttpServletResponse answer, int status, String reason) throws IOException {
        answer.setStatus(status);
        answer.setContentType("application/json;charset=UTF-8");
        String body = "{\"message\":\"" + reason + "\",\"status\":" + status
                + ",\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                + "\"code\":\"transient\",\"diagnostics\":\"" + reason + "\"}]}";
        // As bytes: what was swallowed may have asked for the stream, and a writer beside it is refused.
        answer.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
