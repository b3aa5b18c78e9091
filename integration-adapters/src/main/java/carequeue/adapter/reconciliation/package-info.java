/** Every day our ledger of card payments is laid beside the provider's, account by account; where they differ, somebody looks. */
package carequeue.adapter.reconciliation;
