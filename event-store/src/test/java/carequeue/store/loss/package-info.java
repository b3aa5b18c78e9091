/** The loss proof: many writers, readers at the head, and the count of what was never delivered. */
package carequeue.store.loss;
