/** What the operations port shows, and what is checked before anything runs. */
package carequeue.app.operations;
