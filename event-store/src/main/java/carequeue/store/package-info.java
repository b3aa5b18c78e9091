/**
 * What is remembered: history on PostgreSQL, and everything that Axon keeps beside it.
 *
 * <p>{@link carequeue.store.StoreConfiguration} wires it into an application; {@link carequeue.store.PostgresEvents} is the heart.
 */
package carequeue.store;
