/** Emails: their words, their look, and what became of them. */
package carequeue.adapter.email;
