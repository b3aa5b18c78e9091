/** What every door of the command side does alike: facts of the request, repeats, positions. */
package carequeue.command.door;
