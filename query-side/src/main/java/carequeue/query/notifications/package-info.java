/** What patients were told, by which way, and whether it reached them. */
package carequeue.query.notifications;
