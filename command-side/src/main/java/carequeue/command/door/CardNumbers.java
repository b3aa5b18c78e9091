package carequeue.command.door;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number of a payment card in a text, however it is spaced; such a number never enters CareQueue. */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int LONGEST_PHONE = 15;

    /** Our own identifiers may by chance hold digits that look like a card's. */
    private static final Pattern OURS =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    /** Groups of digits with blanks, dashes, dots or invisible signs between them. */
    private static final Pattern GROUPS = Pattern.compile("\\+?\\p{Nd}+(?:[\\p{Z}\\s\\p{Pd}\\p{Cf}._·]{1,3}\\p{Nd}+)*");

    private CardNumbers() {}

    /** Whether a text holds a number of 13 to 19 digits with a card's check digit. */
    public static boolean in(String text) {
        if (text == null || text.length() < SHORTEST) {
            return false;
        }
        Matcher found = GROUPS.matcher(OURS.matcher(text).replaceAll("x"));
        while (found.find()) {
            if (inGroups(found.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean inGroups(String run) {
        List<String> groups = groups(run);
        int digits = groups.stream().mapToInt(String::length).sum();
        if (run.startsWith("+") && digits <= LONGEST_PHONE) {
            return false;
        }
        for (int from = 0; from < groups.size(); from++) {
            StringBuilder number = new StringBuilder();
            for (int to = from; to < groups.size() && number.length() <= LONGEST; to++) {
                number.append(groups.get(to));
                if (isCard(number)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> groups(String run) {
        List<String> groups = new ArrayList<>();
        Matcher group = Pattern.compile("\\p{Nd}+").matcher(run);
        while (group.find()) {
            groups.add(group.group());
        }
        return groups;
    }

    private static boolean isCard(CharSequence number) {
        int length = number.length();
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        int sum = 0;
        boolean allZero = true;
        for (int i = 0; i < length; i++) {
            int digit = Character.digit(number.charAt(length - 1 - i), 10);
            allZero &= digit == 0;
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && !allZero;
    }
}
