/** The clearing-house that takes bills: 837P and 276 in; 999, 277CA, 277 and 835 out. */
package carequeue.sandbox.clearinghouse;
