/** Reads of history for what is shown as of an instant. */
package carequeue.query.history;
