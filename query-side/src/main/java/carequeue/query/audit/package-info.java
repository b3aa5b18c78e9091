/** What an auditor sees: every event of history by what it is about. */
package carequeue.query.audit;
