package carequeue.query.views;

import carequeue.api.Sealing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column: its name, its type in the database, and its value in a key or a row. */
record Column<T>(String name, String type, Function<T, ?> value, Protection protection, Function<T, String> patient) {

    /** Whether a value is written as it is, sealed, or only as the hash by which it is found. */
    enum Protection {
        NONE,
        SEALED,
        INDEXED
    }

    Column(String name, String type, Function<T, ?> value) {
        this(name, type, value, Protection.NONE, null);
    }

    /** A sealed column of the patient named by the row; {@code patient} is null where the key names the patient. */
    static <T> Column<T> sealed(String name, Function<T, String> patient, Function<T, String> value) {
        return new Column<>(name, "text", value, Protection.SEALED, patient);
    }

    static <T> Column<T> indexed(String name, Function<T, String> value) {
        return new Column<>(name, "bytea", value, Protection.INDEXED, null);
    }

    /** The value as it is written in the row of a key. */
    Object written(T of, String key, Sealing sealing) {
        return switch (protection) {
            case NONE -> written(of);
            case SEALED -> sealing.column(patient == null ? key : patient.apply(of), name, (String) value.apply(of));
            case INDEXED -> {
                String said = (String) value.apply(of);
                yield said == null ? null : sealing.index(name, said);
            }
        };
    }

    /** Whether a value is sealed, for which the key of its row is needed. */
    boolean sealed() {
        return protection == Protection.SEALED;
    }

    boolean binary() {
        return type.equals("bytea");
    }

    /** The type of the array in which the values of many rows travel: text, which the database casts, or bytes. */
    String arrayType() {
        return binary() ? "bytea" : "text";
    }

    Object[] array(int length) {
        return binary() ? new byte[length][] : new String[length];
    }

    Object written(T of) {
        Object given = value.apply(of);
        return given == null || binary() ? given : text(given);
    }

    private static String text(Object given) {
        if (given instanceof Instant at) {
            return at.truncatedTo(ChronoUnit.MICROS).toString();
        }
        return given instanceof String[] words ? array(words) : given.toString();
    }

    private static String array(String[] words) {
        return Arrays.stream(words)
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
