package carequeue.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are taken by their form. */
class CodeFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"J06.9", "E11", "S72.001A", "C7A.1", "M1A.00X0", "U07.1", "Z3A.08", "O9A.111"})
    void diagnoses(String code) {
        assertThat(CodeForms.isDiagnosis(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "J6.9", "06.9", "J06.", "J06.99999", "JC6.9", "J0C.9", "J06,9", "J06.9 "})
    void noDiagnoses(String code) {
        assertThat(CodeForms.isDiagnosis(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99213", "0001F", "0042T", "0001U", "0002M", "G0008", "J1885", "V2020"})
    void procedures(String code) {
        assertThat(CodeForms.isProcedure(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9921", "992133", "0001X", "W0008", "G008", "g0008", "99 13"})
    void noProcedures(String code) {
        assertThat(CodeForms.isProcedure(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1245319599"})
    void identifiersOfProviders(String npi) {
        assertThat(CodeForms.isNpi(npi)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "123456789", "12345678933", "3234567893", "123456789a", ""})
    void noIdentifiersOfProviders(String npi) {
        assertThat(CodeForms.isNpi(npi)).isFalse();
    }

    @Test
    void placesOfServiceAndModifiers() {
        assertThat(CodeForms.isPlaceOfService("11")).isTrue();
        assertThat(CodeForms.isPlaceOfService("66")).isTrue();
        assertThat(CodeForms.isPlaceOfService("28")).isFalse();
        assertThat(CodeForms.isPlaceOfService("1")).isFalse();
        assertThat(CodeForms.isModifier("25")).isTrue();
        assertThat(CodeForms.isModifier("LT")).isTrue();
        assertThat(CodeForms.isModifier("2")).isFalse();
        assertThat(CodeForms.written(" s72001a ")).isEqualTo("S72.001A");
        assertThat(CodeForms.written("E11")).isEqualTo("E11");
    }
}
