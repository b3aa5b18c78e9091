package carequeue.adapter.claims;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.patient.Address;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the patient lives stands on the bill as far as the rule lets it out. */
class BillsTest {

    private static final Address HOME = new Address(List.of("12 Main St", "Apt. 4"), "Boston", "MA", "02118", "US");

    @Test
    void anAddressThatCrossedStandsOnTheBill() {
        assertThat(new Crossed(Map.of("address", HOME)).home())
                .isEqualTo(new Bill.Home(List.of("12 Main St", "Apt. 4"), "Boston", "MA", "02118", "US"));
    }

    @Test
    void aSealedOneIsNone() {
        assertThat(new Crossed(Map.of("address", "eyJhbGciOi")).home()).isNull();
        assertThat(new Crossed(Map.of()).home()).isNull();
    }
}
