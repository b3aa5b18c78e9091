package carequeue.app.permuted;

/** What the outside, or a person at the desk, may say about a visit, or may not. */
enum Word {
    /** The EHR finds the patient. */
    LOOKUP,
    /** The payer names the co-pay. */
    ELIGIBILITY,
    /** The patience with the EHR and with the payer is over. */
    PATIENCE,
    /** The card's provider says that the amount was taken. */
    CAPTURED,
    /** The patient is served, and the visit ends. */
    SERVED,
    /** The message with the ticket arrived. */
    DELIVERED,
    /** The EHR was told that the patient arrived. */
    TOLD,
    /** What was proposed is given back, and the provider says that it was. */
    REFUNDED
}
