/** What is decided: each feature an aggregate, its policies and its HTTP door; the journey binds them into processes. */
package carequeue.command;
