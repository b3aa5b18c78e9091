/** What the doors of the query side have in common: pages of lists, entity tags, words in addresses, sites. */
package carequeue.query.door;
