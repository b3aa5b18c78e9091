/** Kill loops: nodes and the database are killed under load, and afterwards everything is counted. */
package carequeue.app.kill;
