/** Where our ledger of card payments and the provider's differ, as the integration nodes found it. */
package carequeue.query.reconciliation;
