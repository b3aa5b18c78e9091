/** Who has which place, and who is called next. */
package carequeue.command.queue;
