/** What two systems say differently, and how it was decided. */
package carequeue.query.conflicts;
