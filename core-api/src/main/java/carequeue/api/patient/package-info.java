/** The people who come to the clinic, as far as CareQueue knows them. */
package carequeue.api.patient;
