/** What patients are told, and how it reaches them. */
package carequeue.api.notification;
