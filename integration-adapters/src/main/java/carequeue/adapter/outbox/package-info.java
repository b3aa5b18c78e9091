/** The ledger of what is to be done outside, and the dispatcher that carries it out, in order per visit, side by side otherwise. */
package carequeue.adapter.outbox;
