/** Messages to patients: one for one reason, by the ways they allow. */
package carequeue.command.notification;
