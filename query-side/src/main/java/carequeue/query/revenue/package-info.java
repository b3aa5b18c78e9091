/** What came in and went back, by day, site, service, payer, provider and more. */
package carequeue.query.revenue;
