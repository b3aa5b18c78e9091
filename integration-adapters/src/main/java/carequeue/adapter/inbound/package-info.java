/** What outside systems tell us by themselves: stored once, answered at once, taken in afterwards, in order per thing. */
package carequeue.adapter.inbound;
