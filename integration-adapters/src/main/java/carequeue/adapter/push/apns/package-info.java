/** Push messages to iOS by Apple's push service. */
package carequeue.adapter.push.apns;
