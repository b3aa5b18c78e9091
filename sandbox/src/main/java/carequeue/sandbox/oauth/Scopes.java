package carequeue.sandbox.oauth;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** System scopes of SMART, in the words of version 1 ({@code read}) and 2 ({@code rs}). */
public final class Scopes {

    private static final Pattern FORM = Pattern.compile("system/(\\*|[A-Z]\\w+)\\.(read|write|\\*|c?r?u?d?s?)(\\?.*)?");

    private Scopes() {}

    static Set<String> of(String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.strip().split("\\s+"))
                        .filter(scope -> FORM.matcher(scope).matches())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether one of the scopes lets it be done.
     *
     * @param letter of {@code cruds}
     */
    public static boolean allow(Set<String> scopes, String type, char letter) {
        return scopes.stream().anyMatch(scope -> {
            Matcher parts = FORM.matcher(scope);
            return parts.matches()
                    && (parts.group(1).equals("*") || parts.group(1).equals(type))
                    && letters(parts.group(2)).indexOf(letter) >= 0;
        });
    }

    /** Whether everything that the scope asks for is among what is allowed. */
    static boolean covered(String scope, Set<String> allowed) {
        Matcher parts = FORM.matcher(scope);
        return parts.matches()
                && letters(parts.group(2)).chars().allMatch(letter -> allow(allowed, parts.group(1), (char) letter));
    }

    private static String letters(String rights) {
        return switch (rights) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> rights;
        };
    }
}
