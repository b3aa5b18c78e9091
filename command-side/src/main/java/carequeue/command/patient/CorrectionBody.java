package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.patient.Address;
import carequeue.api.patient.Demographics;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the desk says of a patient; what is absent stays as it is known.
 *
 * @param gender FHIR administrative gender
 */
record CorrectionBody(
        @Size(min = 1, max = 50) String firstName,
        @Size(min = 1, max = 50) String lastName,
        @Past LocalDate birthDate,
        @Pattern(regexp = "\\+?[\\d\\s\\-()]{4,32}") String phone,
        @Email @Size(max = 254) String email,
        @Pattern(regexp = "male|female|other|unknown") String gender,
        @Valid Home address) {

    /** Where the patient lives. */
    record Home(
            @NotNull @Size(min = 1, max = 4) List<@NotNull @Size(min = 1, max = 100) String> lines,
            @Size(max = 100) String city,
            @Size(max = 50) String state,
            @Size(max = 20) String postalCode,
            @Size(max = 50) String country) {

        Address address() {
            return new Address(lines, city, state, postalCode, country);
        }
    }

    @AssertTrue(message = "says nothing of the patient")
    boolean isSomething() {
        return Stream.of(firstName, lastName, birthDate, phone, email, gender, address)
                .anyMatch(Objects::nonNull);
    }

    Demographics demographics() {
        return new Demographics(
                null,
                Phi.of(firstName),
                Phi.of(lastName),
                Phi.of(birthDate),
                Phi.of(phone),
                Phi.of(email),
                Phi.of(gender),
                Phi.of(address == null ? null : address.address()),
                null);
    }
}
