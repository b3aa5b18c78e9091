package carequeue.adapter.ehr;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the EHR speaks of one site, and the form its records must have.
 *
 * @param mrnSystem the identifier system of the site's medical record numbers
 * @param mrnPattern the form of such a number
 * @param phonePattern the form of a phone number
 * @param emailPattern the form of an email address
 * @param location the identifier of its Location there; by default the site's own
 * @param payerSystem the identifier system of the payers, under which the clearing-house knows them
 * @param services our service by the code of theirs; a code that is not named is taken for our own name of the service
 */
public record EhrSite(
        @DefaultValue("urn:carequeue:sandbox:mrn") String mrnSystem,
        @DefaultValue("[A-Z0-9]{6,12}") Pattern mrnPattern,
        @DefaultValue("\\+?[\\d\\s\\-()]+") Pattern phonePattern,

        @DefaultValue("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")
        Pattern emailPattern,

        String location,
        @DefaultValue("urn:carequeue:sandbox:payer") String payerSystem,
        @DefaultValue Map<String, String> services) {

    /** A site of which nothing is configured. */
    public static final EhrSite DEFAULT = new EhrSite(
            "urn:carequeue:sandbox:mrn",
            Pattern.compile("[A-Z0-9]{6,12}"),
            Pattern.compile("\\+?[\\d\\s\\-()]+"),
            Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+"),
            null,
            "urn:carequeue:sandbox:payer",
            Map.of());

    /** The identifier of a site's Location there. */
    public String locationOf(String siteId) {
        return location == null ? siteId : location;
    }
}
