/** Long work that one role orders and another carries out, and the exchange with outside systems. */
package carequeue.api.sync;
