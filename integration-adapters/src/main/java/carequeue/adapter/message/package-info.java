/** What all ways of telling a patient have in common: what goes out, what became of it, and what is not known of it. */
package carequeue.adapter.message;
