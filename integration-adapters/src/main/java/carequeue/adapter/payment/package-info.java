/** The provider of card payments: its words and ours. */
package carequeue.adapter.payment;
