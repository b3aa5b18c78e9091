package carequeue.query.patients;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.patient.PatientQuery.FindAlike;
import carequeue.api.patient.PatientQuery.PatientView;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is shown before a person is registered, and who is not. */
class LookAlikesTest {

    private static final LocalDate BORN = LocalDate.parse("1980-02-03");

    private static PatientView known(String first, String last, LocalDate born, String phone) {
        return new PatientView(
                "p1", "main", null, first, last, born, phone, null, null, false, "ehr", null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        // the same name, however it is written, with or without a telephone
        "Maria, Garcia, 555-0100, maria, GARCÍA, , true",
        "Maria, Garcia, , Garcia, Maria, , true",
        // the same telephone, and a name that may be theirs
        "Maria, Garcia, 555-0100, Maria, Garcia-Lopez, (555) 0100, true",
        "Maria, Garcia, 555-0100, Maria, Garzia, 555 0100, true",
        // twins and other people
        "Maria, Garcia, 555-0100, Marta, Garcia, 555-0100, false",
        "Maria, Garcia, 555-0100, Maria, Lopez, 555-0100, false",
        "Maria, Garcia, 555-0100, Maria, Garzia, , false",
        "Guest, Walker1, 555-0100, Guest, Walker2, 555-0100, false",
        "Guest, Walkera, 555-0100, Guest, Walkerb, 555-0100, false",
    })
    void byNameOrTelephoneAndBirthDate(
            String first, String last, String phone, String askedFirst, String askedLast, String asked, boolean alike) {
        FindAlike question = new FindAlike("main", askedFirst, askedLast, BORN, asked);
        assertThat(LookAlikes.isAlike(known(first, last, BORN, phone), question))
                .isEqualTo(alike);
        assertThat(LookAlikes.isAlike(known(first, last, BORN.plusDays(1), phone), question))
                .isFalse();
        assertThat(LookAlikes.isAlike(known(first, last, null, phone), question))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Maria, Garcia, 555-0100, maria, GARCÍA, , true",
        "Maria, Garcia, , Maria, Garcia, 555-0100, true",
        "Maria, Garcia, 555-0100, Maria, Garcia, (555) 0100, true",
        "Maria, Garcia, 555-0100, Maria, Garcia, 555-0199, false",
        "Maria, Garcia, , Garcia, Maria, , false",
        "Maria, Garcia, 555-0100, Maria, Garzia, 555-0100, false",
        "Maria, Garcia, 555-0100, Marta, Garcia, 555-0100, false",
    })
    void theSameIsTheSameInEachPart(
            String first, String last, String phone, String askedFirst, String askedLast, String asked, boolean same) {
        FindAlike question = new FindAlike("main", askedFirst, askedLast, BORN, asked);
        assertThat(LookAlikes.isSame(known(first, last, BORN, phone), question)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"1980,true", "1980-02,true", "1980-03,false", "1981,false"})
    void whoseBirthDateIsKnownInPartMayBeMeant(String part, boolean alike) {
        PatientView known = new PatientView(
                "p1", "main", null, "Maria", "Garcia", null, null, null, null, false, "ehr", null, null, part);
        FindAlike question = new FindAlike("main", "Maria", "Garcia", BORN, null);
        assertThat(LookAlikes.isAlike(known, question)).isEqualTo(alike);
    }
}
