package carequeue.api.site;

import carequeue.api.Refused;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Reasons for coming that alarm the board.
 *
 * @param reasons words or phrases; capital letters, accents and punctuation make no difference
 */
public record RedFlagPolicy(String name, int version, List<String> reasons) implements Policy {

    /** The values a site starts with. */
    public static final RedFlagPolicy DEFAULT = new RedFlagPolicy(
            "red-flags",
            1,
            List.of(
                    "chest pain",
                    "short of breath",
                    "cannot breathe",
                    "stroke",
                    "unconscious",
                    "seizure",
                    "heavy bleeding",
                    "suicidal",
                    "dolor de pecho",
                    "no puede respirar",
                    "convulsiones"));

    public RedFlagPolicy {
        if (reasons == null || reasons.stream().anyMatch(r -> r == null || plain(r).isBlank())) {
            throw new Refused.BadField("/reasons", "is a list of words or phrases");
        }
        reasons = List.copyOf(reasons);
    }

    /** Whether a reason, in the patient's words, names one of them. */
    public boolean alarms(String reason) {
        if (reason == null) {
            return false;
        }
        String said = " " + plain(reason) + " ";
        return reasons.stream().anyMatch(r -> said.contains(" " + plain(r) + " "));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .trim();
    }
}
