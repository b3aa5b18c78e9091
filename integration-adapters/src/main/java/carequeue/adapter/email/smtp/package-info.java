/** Emails by SMTP. */
package carequeue.adapter.email.smtp;
