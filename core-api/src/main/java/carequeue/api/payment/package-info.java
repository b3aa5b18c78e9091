/** Money owed at a visit: payments with their attempts and refunds, tills, receipts. No card number is ever among it. */
package carequeue.api.payment;
