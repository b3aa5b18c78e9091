/** Claims through a clearing-house: 837P and 276 out; 999, 277CA, 277 and 835 in (X12 5010). */
package carequeue.adapter.claims.clearinghouse;
