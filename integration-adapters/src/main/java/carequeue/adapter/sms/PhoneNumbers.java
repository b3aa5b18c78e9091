package carequeue.adapter.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/** Telephone numbers as people write them, in the one form that carriers know. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * E.164, such as {@code +15555550100}; empty when it cannot be a number.
     *
     * @param region ISO 3166-1 of a number that is written without its country
     */
    public static Optional<String> e164(String phone, String region) {
        try {
            var number = NUMBERS.parse(phone, region);
            // Possible is enough: whether it is in use is known to the carrier, and plans change faster than libraries.
            // One
            // that can only be dialled next door is not.
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                            && number.getExtension().isEmpty()
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
