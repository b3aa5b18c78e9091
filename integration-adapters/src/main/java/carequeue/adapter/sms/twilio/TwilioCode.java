package carequeue.adapter.sms.twilio;

import java.util.Arrays;
import java.util.Optional;

/**
 * The error codes of Twilio that matter, and what each means for a message; any other one only says that the text did not go out that way.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's error dictionary</a>
 */
enum TwilioCode {
    INVALID_TO(21211, Fate.NOBODY, "it is no telephone number"),
    LANDLINE_TO(21635, Fate.NOBODY, "the number is a landline"),
    NOT_MOBILE(21614, Fate.NOBODY, "the number takes no text messages"),
    UNKNOWN_HANDSET(30005, Fate.NOBODY, "the number is not in use"),
    LANDLINE(30006, Fate.NOBODY, "the number is a landline, or of a carrier that cannot be reached"),
    STOPPED(21610, Fate.STOPPED, "its owner answered STOP"),
    TOO_MANY(20429, Fate.LATER, "we ask more often than the account may"),
    QUEUE_FULL(21611, Fate.LATER, "ten hours of texts wait for this sender already"),
    NOT_SIGNED_IN(20003, Fate.OURS, "our account or its secret is wrong"),
    INVALID_FROM(21212, Fate.OURS, "our sender is no number"),
    NO_FROM(21603, Fate.OURS, "we gave no sender"),
    FROM_NOT_OURS(21606, Fate.OURS, "our sender does not belong to the account, or cannot write there"),
    FROM_NOT_TWILIOS(21659, Fate.OURS, "our sender is none of Twilio's, or a short code of another country"),
    FROM_OF_OTHERS(21660, Fate.OURS, "our sender belongs to another account"),
    FROM_WITHOUT_TEXTS(21661, Fate.OURS, "our sender cannot send texts"),
    TRIAL(21608, Fate.OURS, "a trial account writes only to numbers that were verified"),
    NO_BODY(21602, Fate.OURS, "we gave no words"),
    BODY_TOO_LONG(21617, Fate.OURS, "our words are too many"),
    SUSPENDED(30002, Fate.OURS, "our account is suspended"),
    TOLL_FREE_UNVERIFIED(30032, Fate.OURS, "our toll-free sender is not verified"),
    REGISTERING(30035, Fate.OURS, "our sender is still being registered with the carriers (A2P 10DLC)"),
    UNREGISTERED(30034, Fate.OURS, "our sender is not registered with the carriers (A2P 10DLC)"),
    REGION(21408, Fate.NOT_THIS_WAY, "the account may not write to that country"),
    NO_ROUTE(21612, Fate.NOT_THIS_WAY, "there is no route from this sender to this number"),
    QUEUE_OVERFLOW(30001, Fate.NOT_THIS_WAY, "it waited too long behind others"),
    UNREACHABLE(30003, Fate.NOT_THIS_WAY, "the telephone is off or out of reach"),
    BLOCKED(30004, Fate.NOT_THIS_WAY, "the number blocks it"),
    FILTERED(30007, Fate.NOT_THIS_WAY, "the carrier took it for spam"),
    UNKNOWN(30008, Fate.NOT_THIS_WAY, "the carrier does not say why"),
    MISSING_PART(30009, Fate.NOT_THIS_WAY, "a part of it was lost"),
    TOO_DEAR(30010, Fate.NOT_THIS_WAY, "it costs more than was allowed"),
    CARRIER_RATE(30022, Fate.NOT_THIS_WAY, "the carriers take no more per second from our campaign"),
    CARRIER_DAY(30023, Fate.NOT_THIS_WAY, "the carriers take no more today from our brand"),
    CARRIER_DAY_OF_ONE(30027, Fate.NOT_THIS_WAY, "T-Mobile takes no more today from our brand");

    /** What is done about a code. */
    enum Fate {
        /** The next way; nothing goes to that number for a month. */
        NOBODY,
        /** The next way; the patient's consent to texts ends. */
        STOPPED,
        /** The same text again a little later. */
        LATER,
        /** The next way, and staff see the failed effect: until it is mended no text goes out. */
        OURS,
        /** The next way, this time. */
        NOT_THIS_WAY
    }

    private final int code;
    private final Fate fate;
    private final String why;

    TwilioCode(int code, Fate fate, String why) {
        this.code = code;
        this.fate = fate;
        this.why = why;
    }

    int code() {
        return code;
    }

    Fate fate() {
        return fate;
    }

    String why() {
        return why;
    }

    /** What is done about a code, also about one that is not known here. */
    static Fate fate(String code) {
        return of(code).map(TwilioCode::fate).orElse(Fate.NOT_THIS_WAY);
    }

    private static Optional<TwilioCode> of(String code) {
        return Arrays.stream(values())
                .filter(one -> Integer.toString(one.code).equals(code))
                .findFirst();
    }
}
