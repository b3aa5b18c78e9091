/** A mail server that takes everything, keeps it and shows it; what it could not deliver it tells. */
package carequeue.sandbox.mail;
