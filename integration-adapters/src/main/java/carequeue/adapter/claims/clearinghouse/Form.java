package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Clinic;
import carequeue.adapter.claims.Unsendable;
import carequeue.adapter.x12.X12Refused;
import carequeue.adapter.x12.X12Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** How values of a bill are written in X12; what is missing or cannot be written is collected by name. */
final class Form {

    private static final int LONGEST_NAME = 60;

    private final List<String> missing = new ArrayList<>();

    /** Everything that a file to a clearing-house needs beside the bill itself. */
    static Form of(ClaimSettings settings, Bill bill) {
        Form form = new Form();
        form.missing.addAll(Clinic.missing(settings.clinics().get(bill.siteId())));
        form.words(settings.contact() == null ? null : settings.contact().name(), "contact.name");
        form.id(settings.contact() == null ? null : settings.contact().phone(), 256, "contact.phone");
        if (!"USD".equals(bill.currency())) {
            form.missing.add("currency");
        }
        return form;
    }

    /** Ends the writing. */
    void mustBeWhole() {
        if (!missing.isEmpty()) {
            throw new Unsendable(missing.stream().distinct().toList());
        }
    }

    void miss(String field) {
        missing.add(field);
    }

    /** Words such as a name. */
    String words(String text, String field) {
        return words(text, LONGEST_NAME, field);
    }

    /** Words of which only so many characters fit. */
    String words(String text, int most, String field) {
        String words = X12Text.words(text, most);
        if (words.isEmpty()) {
            missing.add(field);
        }
        return words;
    }

    /** Words that may be missing. */
    static String optional(String text) {
        return optional(text, 35);
    }

    /** Words that may be missing, of which only so many characters fit. */
    static String optional(String text, int most) {
        String words = X12Text.words(text, most);
        return words.isEmpty() ? null : words;
    }

    /** An identifier, of which no character may change. */
    String id(String text, int most, String field) {
        try {
            return X12Text.id(text, most, field);
        } catch (X12Refused e) {
            missing.add(field);
            return "";
        }
    }

    /** A day that has to be there. */
    String day(LocalDate day, String field) {
        if (day == null) {
            missing.add(field);
            return "";
        }
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** A telephone number in digits. */
    String phone(String text) {
        return id(text == null ? null : text.replaceAll("\\D", ""), 256, "contact.phone");
    }

    /** An amount of cents as X12 writes it: without what says nothing. */
    static String amount(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0).toPlainString() : amount.toPlainString();
    }

    /** The letter of DMG03; {@code U} says that it is not known. */
    static String sex(String gender) {
        return switch (gender == null ? "" : gender) {
            case "male" -> "M";
            case "female" -> "F";
            default -> "U";
        };
    }
}
