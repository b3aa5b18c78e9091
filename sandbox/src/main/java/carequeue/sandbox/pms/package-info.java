/** A practice management system in miniature: it knows in part the same appointments as the EHR. */
package carequeue.sandbox.pms;
