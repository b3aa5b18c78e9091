/** A carrier of text messages with Twilio's API: paths, shapes, errors and signatures as far as they are used. */
package carequeue.sandbox.twilio;
