package carequeue.adapter.email.smtp;

import carequeue.adapter.email.EmailService;
import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What a mail server's answers say: about the address, about us, or nothing at all. */
final class SmtpFailures {

    /** The enhanced codes (RFC 3463) of a mailbox or a domain that does not exist. */
    private static final Pattern NOBODY = Pattern.compile("\\b5\\.1\\.(1|2|3|10)\\b");

    private SmtpFailures() {}

    /** What becomes of an email that was not taken. */
    static Sent refused(MessagingException e, Call call) {
        for (Exception cause = e; cause instanceof MessagingException m; cause = m.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return byCode(
                        address.getReturnCode(),
                        call,
                        NOBODY.matcher(address.getMessage()).find());
            } else if (cause instanceof SMTPSenderFailedException) {
                call.notTaken();
                throw new OutsideFailure.Rejected(EmailService.EMAIL, "does not accept our sender address");
            }
        }
        if (e instanceof SMTPSendFailedException answer && answer.getReturnCode() >= 400) {
            return byCode(answer.getReturnCode(), call, false);
        }
        // Whatever went wrong after this may have gone wrong behind the last dot.
        throw new OutsideFailure.Unavailable(EmailService.EMAIL, "did not say whether it took the email");
    }

    /** A server that we could not even greet has taken nothing. */
    static OutsideFailure notReached(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new OutsideFailure.Rejected(EmailService.EMAIL, "does not accept our name and password");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new OutsideFailure.Rejected(EmailService.EMAIL, "shows no certificate that can be trusted");
            } else if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new OutsideFailure.Unavailable(EmailService.EMAIL, "does not answer");
            }
        }
        return e instanceof MailConnectException || e.getNextException() != null
                ? new OutsideFailure.Unavailable(EmailService.EMAIL, "does not answer")
                : new OutsideFailure.Unavailable(EmailService.EMAIL, "cannot be greeted");
    }

    private static Sent byCode(int code, Call call, boolean nobody) {
        if (code >= 500) {
            return nobody ? Sent.gone("smtp-" + code) : Sent.refused("smtp-" + code, false);
        }
        call.notTaken();
        throw new OutsideFailure.Unavailable(EmailService.EMAIL, "answered " + code);
    }
}
