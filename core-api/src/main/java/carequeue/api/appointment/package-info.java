/** Planned slots with a provider. */
package carequeue.api.appointment;
