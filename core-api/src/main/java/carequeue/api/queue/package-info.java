/** The waiting line of one service at one site on one business day. */
package carequeue.api.queue;
