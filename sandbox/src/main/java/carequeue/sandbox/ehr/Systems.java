package carequeue.sandbox.ehr;

/** The names under which the sandbox EHR keeps what is its own; whoever reads from it is configured with them. */
public final class Systems {

    /** Identifiers of type {@code MR} of the demonstration site, in the form {@code [A-Z0-9]{6,12}}. */
    public static final String MRN = "urn:carequeue:sandbox:mrn";

    /** Identifiers of the appointments that the sandbox makes. */
    public static final String APPOINTMENT = "urn:carequeue:sandbox:appointment";

    /** Identifiers of the site's Location and Organization. */
    public static final String SITE = "urn:carequeue:sandbox:site";

    /** Identifiers of the payers' Organizations, as the clearing-house of the sandbox knows them. */
    public static final String PAYER = "urn:carequeue:sandbox:payer";

    /** Codes of Appointment.serviceType: primary-care, urgent-care, lab, imaging and, mapped by nobody, acupuncture. */
    public static final String SERVICE_TYPE = "urn:carequeue:sandbox:service-type";

    /** {@code meta.tag} of the patients that are broken on purpose; the code names the rule they break. */
    public static final String BROKEN = "urn:carequeue:sandbox:broken";

    /** HL7's types of identifiers, with {@code MR}. */
    public static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";

    /** The id of the site's Location and Organization. */
    public static final String MAIN_SITE = "main";

    /** {@code meta.tag} of what was deleted. */
    static final String DELETED = "urn:carequeue:sandbox:deleted";

    /** The topic of everything that is written or deleted of patients and appointments. */
    public static final String CHANGES = "urn:carequeue:sandbox:topic:changes";

    private Systems() {}
}
