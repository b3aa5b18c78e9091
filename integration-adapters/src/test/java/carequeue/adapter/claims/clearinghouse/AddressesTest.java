package carequeue.adapter.claims.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Home;
import carequeue.adapter.claims.Bill.Insurance;
import carequeue.adapter.claims.Bill.Person;
import carequeue.adapter.claims.ClaimSettings.Kind;
import carequeue.adapter.claims.Unsendable;
import carequeue.adapter.x12.X12Writer;
import carequeue.api.claim.Frequency;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the patient lives stands with the policy that is their own, else with themself; half an address is not sent. */
class AddressesTest {

    private static final Home HOME = new Home(List.of("12 Main St", "Apt. 4"), "Boston", "MA", "02118-1234", "US");

    private static String text(Insurance insurance, Home home) {
        Bill plain = Bills837.bill(Frequency.ORIGINAL, insurance, null);
        Bill bill = new Bill(
                plain.claimId(),
                plain.siteId(),
                plain.controlNumber(),
                plain.frequency(),
                null,
                plain.serviceDate(),
                insurance,
                new Person("Jane", "Doe", LocalDate.of(1980, 5, 17), "female", home),
                plain.diagnoses(),
                plain.lines(),
                plain.placeOfService(),
                plain.billingNpi(),
                plain.renderingNpi(),
                null,
                plain.total(),
                plain.currency());
        return X12Writer.write(ProfessionalClaim.of(
                Bills837.settings("http://x", Kind.CLEARING_HOUSE),
                bill,
                "000000042",
                LocalDateTime.of(2026, 11, 24, 9, 5)));
    }

    @Test
    void ofWhoIsInsuredThemself() {
        assertThat(text(Bills837.own(), HOME))
                .contains("*MI*W123456789~N3*12 MAIN ST*APT. 4~N4*BOSTON*MA*021181234~DMG*D8*19800517*F~");
    }

    @Test
    void ofAChildOnAParentsPolicy() {
        assertThat(text(Bills837.parents(), HOME))
                .contains("*MI*U99~NM1*PR*", "NM1*QC*1*DOE*JANE~N3*12 MAIN ST*APT. 4~N4*BOSTON*MA*021181234~DMG*");
    }

    @Test
    void abroadNamesTheCountryAndNoState() {
        Home abroad = new Home(List.of("Hauptstraße 3"), "Köln", "Nordrhein-Westfalen", "50667", "DE");
        assertThat(text(Bills837.own(), abroad)).contains("~N3*HAUPTSTRASSE 3~N4*KOLN**50667*DE~DMG*");
    }

    @Test
    void halfAnAddressIsNamed() {
        Home half = new Home(List.of(), "Boston", "Massachusetts", null, null);
        assertThat(catchThrowableOfType(Unsendable.class, () -> text(Bills837.own(), half))
                        .fields())
                .containsExactly("patient.address.line", "patient.address.state", "patient.address.postalCode");
    }
}
