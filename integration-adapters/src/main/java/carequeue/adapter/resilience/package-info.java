/** What stands around every call to the outside: time limit, circuit breaker, bulkhead, retry, and the record of how each service does. */
package carequeue.adapter.resilience;
