package carequeue.query.views;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column: its name, its type in the database, and its value in a key or a row. */
record Column<T>(String name, String type, Function<T, ?> value) {

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
