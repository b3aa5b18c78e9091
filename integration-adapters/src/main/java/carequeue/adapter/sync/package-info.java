/** The batch by which the day's appointments come in: the net under everything that arrives by itself. */
package carequeue.adapter.sync;
