/** Claims: what clearing-houses and payers say about them. */
package carequeue.adapter.claims;
