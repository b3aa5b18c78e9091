/** Orders for long work: the order is a row, and the role that owns the work takes it. */
package carequeue.command.sync;
