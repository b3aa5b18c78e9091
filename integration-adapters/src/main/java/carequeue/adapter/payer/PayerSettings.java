package carequeue.adapter.payer;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What payers are asked, and which of them by a line of its own.
 *
 * @param serviceTypes the service type codes that are asked about; 30, the plan as a whole, is what every payer answers
 * @param coPayOf of which service types the co-pay counts, the most important first
 * @param lines further connections by name
 * @param routes the name of the line by the payer's identifier; whoever is not named is asked by the line of {@code carequeue.payer} itself
 */
@ConfigurationProperties("carequeue.payer")
public record PayerSettings(
        @DefaultValue("30") List<String> serviceTypes,
        @DefaultValue({"98", "30", "1"}) List<String> coPayOf,
        @DefaultValue Map<String, PayerLine> lines,
        @DefaultValue Map<String, String> routes) {

    /** The name in health and in the ledger of the line that asks a payer. */
    public String serviceOf(String payerId) {
        String line = payerId == null ? null : routes.get(payerId);
        return line == null ? PayerService.PAYER : service(line);
    }

    static String service(String line) {
        return PayerService.PAYER + "-" + line;
    }

    /** How answers are understood. */
    public Understanding understanding() {
        return new Understanding(coPayOf);
    }
}
