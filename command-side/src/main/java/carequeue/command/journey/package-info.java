/** The processes that bind queue, visit, appointment and patient into one journey; each decides and remembers, and never calls out. */
package carequeue.command.journey;
