/** What is seen: projections, the doors that read them, pages and live streams. */
package carequeue.query;
