/** The practice management system: appointments in its words and ours. */
package carequeue.adapter.pms;
