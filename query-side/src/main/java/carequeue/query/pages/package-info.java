/** What all pages have in common. */
package carequeue.query.pages;
