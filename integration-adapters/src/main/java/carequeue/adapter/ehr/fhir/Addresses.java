package carequeue.adapter.ehr.fhir;

import carequeue.api.patient.Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.StringType;

/** Which of a FHIR Patient's addresses is where they live, and how it is read and written. */
final class Addresses {

    private static final List<AddressUse> BEST_FIRST =
            List.of(AddressUse.HOME, AddressUse.NULL, AddressUse.TEMP, AddressUse.WORK, AddressUse.BILLING);

    private Addresses() {}

    /** The one at home; one for letters only, or of before, where there is no other, or not at all. */
    static Optional<org.hl7.fhir.r4.model.Address> best(List<org.hl7.fhir.r4.model.Address> addresses) {
        return addresses.stream()
                .filter(address -> address.getUse() != AddressUse.OLD)
                .filter(address -> !address.getPeriod().hasEnd())
                .filter(address ->
                        address.hasLine() || address.hasCity() || address.hasPostalCode() || address.hasText())
                .min(Comparator.comparingInt(Addresses::place));
    }

    private static int place(org.hl7.fhir.r4.model.Address address) {
        int letters = address.getType() == AddressType.POSTAL ? BEST_FIRST.size() : 0;
        return letters + BEST_FIRST.indexOf(address.hasUse() ? address.getUse() : AddressUse.NULL);
    }

    static Address ours(org.hl7.fhir.r4.model.Address theirs) {
        boolean inParts = theirs.hasLine() || theirs.hasCity() || theirs.hasPostalCode();
        List<String> lines = theirs.getLine().stream()
                .map(StringType::getValue)
                .filter(line -> line != null && !line.isBlank())
                .toList();
        return new Address(
                inParts ? lines : List.of(theirs.getText().strip()),
                theirs.getCity(),
                theirs.getState(),
                theirs.getPostalCode(),
                theirs.getCountry());
    }

    /** Puts our parts into theirs; what else they say of it stays. */
    static org.hl7.fhir.r4.model.Address write(Address ours, org.hl7.fhir.r4.model.Address theirs) {
        theirs.setText(null).setLine(null);
        ours.lines().forEach(theirs::addLine);
        return theirs.setCity(ours.city())
                .setState(ours.state())
                .setPostalCode(ours.postalCode())
                .setCountry(ours.country());
    }
}
