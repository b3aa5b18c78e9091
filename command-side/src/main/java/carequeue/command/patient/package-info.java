/** What is known of a patient, and from whom. */
package carequeue.command.patient;
