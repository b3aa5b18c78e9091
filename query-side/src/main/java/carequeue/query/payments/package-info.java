/** Money owed at visits: payments with their attempts and refunds, tills, receipts. */
package carequeue.query.payments;
