package carequeue.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;

/** What stands at the head of an email. */
record Headers(String subject, String messageId, String unsubscribe) {

    static Headers of(InputStream raw) {
        try {
            InternetHeaders headers = new InternetHeaders(raw);
            String subject = headers.getHeader("Subject", null);
            return new Headers(
                    subject == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(subject)),
                    headers.getHeader("Message-ID", null),
                    headers.getHeader("List-Unsubscribe", null));
        } catch (MessagingException | IOException e) {
            return new Headers("", null, null);
        }
    }
}
