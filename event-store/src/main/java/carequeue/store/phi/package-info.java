/**
 * The keys of personal values: each patient's own, wrapped by a key of its month, wrapped by the master key.
 *
 * <p>{@link carequeue.store.phi.PatientKeys} seals and opens; {@link carequeue.store.phi.KeyRotation} changes keys without touching history.
 */
package carequeue.store.phi;
