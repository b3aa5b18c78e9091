/** One patient's path through a site on one day. */
package carequeue.command.visit;
