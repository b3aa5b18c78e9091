package carequeue.app.permuted;

/** What the outside, or a person at the desk, may say about a visit, or may not. */
enum Word {
    /** The booked patient says: I am here. */
    COMES,
    /** The EHR finds the patient. */
    LOOKUP,
    /** The payer names the co-pay. */
    ELIGIBILITY,
    /** The second payer answers. */
    SECOND_ELIGIBILITY,
    /** The patience with the EHR and with the payer is over. */
    PATIENCE,
    /** The EHR says that the appointment is cancelled. */
    CANCELLED,
    /** The card's provider says that the card is declined. */
    DECLINED,
    /** The card's provider says that the amount was taken. */
    CAPTURED,
    /** The desk lets who could not pay go on. */
    LATER,
    /** The patient is served, and the visit ends. */
    SERVED,
    /** The message with the ticket arrived. */
    DELIVERED,
    /** The first way of the message with the ticket did not reach the patient. */
    UNDELIVERED,
    /** The EHR was told that the patient arrived. */
    TOLD,
    /** Billing says what was done and sends the claim. */
    BILLED,
    /** The payer takes the claim. */
    ACCEPTED,
    /** The payer decides. */
    DECIDED,
    /** The payer's money is here. */
    REMITTED,
    /** The second payer decides that it pays nothing. */
    SECOND_DECIDED,
    /** What was proposed is given back, and the provider says that it was. */
    REFUNDED
}
