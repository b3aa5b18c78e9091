package carequeue.app.start;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.store.CannotRun;
import carequeue.store.phi.KeysUnavailable;
import java.net.ConnectException;
import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why CareQueue cannot start, where the reason is known. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OneLine implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new FailureAnalysis(sentence, null, cause);
            }
        }
        return null;
    }

    private static String sentence(Throwable cause) {
        if (cause instanceof CannotStart || cause instanceof CannotRun || cause instanceof KeysUnavailable) {
            return cause.getMessage();
        } else if (cause instanceof OutsideFailure outside) {
            return outside.getMessage() + ".";
        } else if (cause instanceof PortInUseException port) {
            return "Port " + port.getPort()
                    + " is taken by another program: stop it, or choose another with SERVER_PORT"
                    + " (pages and API), MANAGEMENT_SERVER_PORT (operations) or CAREQUEUE_SANDBOX_PORT (sandbox).";
        } else if (cause instanceof SQLException sql && cause.getCause() instanceof ConnectException) {
            return "The database cannot be reached: " + firstLine(sql);
        } else if (cause instanceof SQLException sql && state(sql).matches("08.*|28.*|3D.*|57P.*")) {
            return "The database does not let CareQueue in: " + firstLine(sql);
        }
        return null;
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static String firstLine(SQLException failure) {
        return failure.getMessage().lines().findFirst().orElse("")
                + " Check CAREQUEUE_DATABASE_URL, CAREQUEUE_DATABASE_USERNAME and CAREQUEUE_DATABASE_PASSWORD.";
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String more = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println("CareQueue cannot start. " + analysis.getDescription() + more);
    }
}
