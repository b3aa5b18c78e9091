/** One visit: its check-in's progress, what is still to be done, its timeline, and the patient's own link to it. */
package carequeue.query.visit;
