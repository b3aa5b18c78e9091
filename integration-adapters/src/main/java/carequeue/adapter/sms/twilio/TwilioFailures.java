package carequeue.adapter.sms.twilio;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.sms.SmsProvider;
import carequeue.api.notification.DeliveryStatus;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;

/** What Twilio's refusals say: about the message, about us, or nothing at all. */
final class TwilioFailures {

    private TwilioFailures() {}

    /** What becomes of a message that was refused; empty when it may be sent a little later. */
    static Optional<Sent> refused(TwilioException e, Call call) {
        int status = status(e);
        if (wasNotReached(e) || status == 401 || status == 403) {
            call.notTaken();
            throw failure(e);
        } else if (status < 400 || status >= 500 || status == 408) {
            throw failure(e);
        }
        String code = code((ApiException) e);
        TwilioCode.Fate fate = status == 429 ? TwilioCode.Fate.LATER : TwilioCode.fate(code);
        if (fate == TwilioCode.Fate.LATER) {
            call.notTaken();
            return Optional.empty();
        } else if (fate == TwilioCode.Fate.OURS) {
            call.notTaken();
            throw failure(e);
        }
        return Optional.of(word(null, DeliveryStatus.FAILED, code));
    }

    /** What a status with its code comes to. */
    static Sent word(String sid, DeliveryStatus status, String code) {
        TwilioCode.Fate fate = TwilioCode.fate(code);
        return new Sent(sid, status, code, fate == TwilioCode.Fate.STOPPED, fate == TwilioCode.Fate.NOBODY);
    }

    /** A failure of a call that asks. */
    static OutsideFailure failure(TwilioException e) {
        int status = status(e);
        if (status == 0) {
            return new OutsideFailure.Unavailable(SmsProvider.SMS, "does not answer");
        } else if (status == 429 || status == 408 || status < 400 || status >= 500) {
            return new OutsideFailure.Unavailable(SmsProvider.SMS, "answered " + status);
        } else if (status == 404) {
            return new OutsideFailure.NotThere(SmsProvider.SMS, "answered 404");
        }
        return new OutsideFailure.Rejected(SmsProvider.SMS, "answered " + status + ", code " + code((ApiException) e));
    }

    /** Twilio does not take our token. */
    static boolean isOfOurToken(RuntimeException e) {
        return e instanceof ApiException api && Integer.valueOf(401).equals(api.getStatusCode());
    }

    private static int status(TwilioException e) {
        return e instanceof ApiException api && api.getStatusCode() != null ? api.getStatusCode() : 0;
    }

    private static String code(ApiException e) {
        return e.getCode() == null ? "http-" + e.getStatusCode() : e.getCode().toString();
    }

    private static boolean wasNotReached(TwilioException e) {
        Throwable cause = e instanceof ApiConnectionException ? e.getCause() : null;
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
