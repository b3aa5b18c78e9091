/** What an administrator sees of the views. */
package carequeue.query.admin;
