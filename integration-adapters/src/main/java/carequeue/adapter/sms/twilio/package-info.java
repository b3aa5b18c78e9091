/** Twilio, who carries text messages; nothing of it is known outside. */
package carequeue.adapter.sms.twilio;
