package carequeue.query.views;

/** A batch could not be written; says only what kind of error it was, since a database's message may quote a row about a patient. */
final class NotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotWritten(Throwable cause) {
        super("the batch could not be written: " + kinds(cause), null, false, false);
    }

    static String kinds(Throwable cause) {
        StringBuilder kinds = new StringBuilder(cause.getClass().getSimpleName());
        for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
            kinds.append(" < ").append(t.getClass().getSimpleName());
        }
        return kinds.toString();
    }
}
