/** What could not be done outside, or taken in from there: staff have it tried again or give it up. */
package carequeue.adapter.letters;
