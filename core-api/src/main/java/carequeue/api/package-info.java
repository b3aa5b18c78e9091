/**
 * What is said in CareQueue: for each feature a page of commands, one of events and one of queries.
 *
 * <p>Every event goes into history under its {@link carequeue.api.EventName}; what is personal stands in {@link carequeue.api.Phi} fields only.
 */
package carequeue.api;
