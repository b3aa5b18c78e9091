/** Money owed at a visit: the payment that is charged once, the tills that hold cash, the numbered receipts. */
package carequeue.command.payment;
