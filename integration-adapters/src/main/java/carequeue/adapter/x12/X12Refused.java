package carequeue.adapter.x12;

/** A text is no X12 interchange that can be relied on, or a value cannot be written into one. The message never holds a value. */
public final class X12Refused extends RuntimeException {

    /** What is wrong. */
    public enum Reason {
        /** It does not begin with an interchange at all. */
        NO_INTERCHANGE("is no X12 interchange"),
        /** It ends before its last segment. */
        TRUNCATED("ends too early"),
        /** Characters stand where none may stand, such as another tag than two or three letters. */
        MALFORMED("is malformed"),
        WRONG_VERSION("is of another version than 5010"),
        COUNT("counts other than what is there"),
        CONTROL_NUMBER("has another control number than its beginning"),
        MISSING("is missing"),
        UNEXPECTED("is not expected here"),
        /** An element holds what it cannot hold: a separator, no number, no date, nothing where something is needed. */
        VALUE("has a value that cannot be");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;
    private final String segment;
    private final int position;

    /**
     * @param segment the segment's tag, or that and the element's number, such as {@code EB07}
     * @param position the segment's number in the text from 1, or 0 when it was never in one
     */
    public X12Refused(Reason reason, String segment, int position) {
        super(segment + (position > 0 ? " (segment " + position + ") " : " ") + reason.words);
        this.reason = reason;
        this.segment = segment;
        this.position = position;
    }

    public Reason reason() {
        return reason;
    }

    /** The segment's tag, or that and the element's number. */
    public String segment() {
        return segment;
    }

    /** The segment's number in the text from 1, or 0. */
    public int position() {
        return position;
    }
}
