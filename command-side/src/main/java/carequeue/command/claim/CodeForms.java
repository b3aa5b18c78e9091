package carequeue.command.claim;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of the codes on a claim. Whether a code exists on a day only its publisher's list says; none is looked up or made up here. */
final class CodeForms {

    private static final Pattern ICD_10_CM = Pattern.compile("[A-Z][0-9][0-9AB](\\.[0-9A-Z]{1,4})?");
    /** CPT of categories I, II (F), III (T), laboratory analyses (U) and administrative ones (M), or HCPCS level II. */
    private static final Pattern PROCEDURE = Pattern.compile("[0-9]{4}[0-9FTUM]|[A-V][0-9]{4}");

    private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern NPI = Pattern.compile("[12][0-9]{9}");
    /** What an NPI's check digit is counted with: the prefix of health identifiers of the United States. */
    private static final String NPI_PREFIX = "80840";

    /** The codes that CMS has given out; the others between 01 and 99 mean nothing. */
    private static final Set<String> PLACES = Set.of(("01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21"
                    + " 22 23 24 25 26 27 31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99")
            .split(" "));

    private CodeForms() {}

    /** As it is written in the standard: in capitals, with its point. */
    static String written(String diagnosis) {
        String plain = diagnosis.strip().toUpperCase(Locale.ROOT);
        return plain.length() > 3 && plain.indexOf('.') < 0 ? plain.substring(0, 3) + "." + plain.substring(3) : plain;
    }

    static boolean isDiagnosis(String code) {
        return ICD_10_CM.matcher(code).matches();
    }

    static boolean isProcedure(String code) {
        return PROCEDURE.matcher(code).matches();
    }

    static boolean isModifier(String code) {
        return MODIFIER.matcher(code).matches();
    }

    static boolean isPlaceOfService(String code) {
        return PLACES.contains(code);
    }

    static boolean isNpi(String npi) {
        return NPI.matcher(npi).matches() && luhn(NPI_PREFIX + npi);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
