/** Push messages to Android by Firebase Cloud Messaging. */
package carequeue.adapter.push.fcm;
