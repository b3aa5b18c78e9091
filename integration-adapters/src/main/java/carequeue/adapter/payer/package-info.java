/** Payers: questions about insurance and their answers. */
package carequeue.adapter.payer;
