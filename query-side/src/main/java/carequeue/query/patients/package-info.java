/** Patients as staff of their site see and find them. */
package carequeue.query.patients;
