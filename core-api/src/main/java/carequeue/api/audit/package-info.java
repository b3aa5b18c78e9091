/** History as auditors read it. */
package carequeue.api.audit;
