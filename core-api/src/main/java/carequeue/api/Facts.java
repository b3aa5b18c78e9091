package carequeue.api;

/**
 * The metadata that stands on every event: who, where, when, through which channel and because of what.
 *
 * <p>A door puts what it knows on the command; a correlation data provider copies it to the events; the aggregate adds site, business day and
 * the time of the occurrence; the store adds the recorded time from the database's clock.
 */
public final class Facts {

    /** The sign-in name of who acted. */
    public static final String ACTOR = "actor";
    /** The actor's roles, separated by blanks. */
    public static final String ROLES = "roles";
    /** The sites the actor may see, separated by blanks; on commands only. */
    public static final String SITES = "sites";
    /** On behalf of whom the actor acted, where that is another person. */
    public static final String ON_BEHALF_OF = "onBehalfOf";
    /** The site. */
    public static final String SITE = "site";
    /** The business day, ISO 8601. */
    public static final String BUSINESS_DAY = "businessDay";
    /** The channel, see {@link Channel}. */
    public static final String CHANNEL = "channel";
    /** The visit, where there is one. */
    public static final String CORRELATION_ID = "correlationId";
    /** The message that caused this one. */
    public static final String CAUSATION_ID = "causationId";
    /** Why, where a reason is asked for. */
    public static final String REASON = "reason";
    /** The policies, each with its version, under which it was decided, separated by blanks, such as {@code arrival-window/2 patience/1}. */
    public static final String POLICIES = "policies";
    /** A keyed hash of the network address. */
    public static final String SOURCE = "source";
    /** When it happened, ISO 8601; may be earlier than the recorded time. */
    public static final String OCCURRED_AT = "occurredAt";
    /** When the database recorded it, ISO 8601; put on by the store at reading. */
    public static final String RECORDED_AT = "recordedAt";
    /** On commands only: who may repeat it, as {@code actor route}. */
    public static final String REPEAT_SCOPE = "repeatScope";
    /** On commands only: the key under which a repeat is recognised within its scope. */
    public static final String REPEAT_KEY = "repeatKey";
    /** On commands only: a hash of the request's body; another hash under the same key is refused. */
    public static final String REPEAT_BODY = "repeatBody";

    private Facts() {}
}
