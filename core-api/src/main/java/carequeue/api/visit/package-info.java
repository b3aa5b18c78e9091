/** A patient's path through a site on one day, from "I am here" to the end. */
package carequeue.api.visit;
