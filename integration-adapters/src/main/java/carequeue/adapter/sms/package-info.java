/** Text messages. */
package carequeue.adapter.sms;
