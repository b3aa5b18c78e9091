/** The page of money: payments, the worklist of eligibility, tills, revenue; a client of the same questions as anyone else. */
package carequeue.query.billing;
