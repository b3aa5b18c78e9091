package carequeue.sandbox.fault;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Breaks one service on purpose; a change lets go at once of the calls that hang. */
public final class FaultSwitch implements Filter {

    private static final long HANG_MILLIS = 30_000;

    private Faults faults;
    private double errorsDue;

    public FaultSwitch(String service) {
        this.faults = Faults.none(service);
    }

    public synchronized Faults now() {
        return faults;
    }

    public synchronized void set(Faults wanted) {
        faults = wanted;
        errorsDue = 0;
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
        } else if (errorIsDue()) {
            hold(asked, asked.latencyMillis());
            refuse(answer, 500, "The service failed");
        } else {
            hold(asked, asked.latencyMillis());
            chain.doFilter(request, response);
        }
    }

    /** Spreads the errors evenly instead of rolling dice, so that a share asked for is the share that comes. */
    private synchronized boolean errorIsDue() {
        errorsDue += faults.errorRate();
        if (errorsDue < 1) {
            return false;
        }
        errorsDue -= 1;
        return true;
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
        answer.setContentType("application/fhir+json;charset=UTF-8");
        answer.getWriter()
                .write("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                        + "\"code\":\"transient\",\"diagnostics\":\"" + reason + "\"}]}");
    }
}
