/** A clinic's set-up: its sites, their services, service points, hours and policies. */
package carequeue.api.site;
