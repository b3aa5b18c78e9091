/** The day's plan: the appointments of a site. */
package carequeue.query.appointments;
