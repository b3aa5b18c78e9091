/**
 * X12 version 5010, read and written: {@link carequeue.adapter.x12.X12Reader} makes interchanges of text and refuses what is broken,
 * {@link carequeue.adapter.x12.X12Writer} makes text of them, {@link carequeue.adapter.x12.Hierarchy} and {@link carequeue.adapter.x12.Loops}
 * cut a transaction into its loops, {@link carequeue.adapter.x12.Acknowledgement} reads TA1 and 999.
 */
package carequeue.adapter.x12;
