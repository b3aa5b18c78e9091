/** Planned slots, what outside systems say of them, and when a patient may be checked in for one. */
package carequeue.command.appointment;
