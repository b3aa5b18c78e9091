/** The sites that a caller may see. */
package carequeue.query.sites;
