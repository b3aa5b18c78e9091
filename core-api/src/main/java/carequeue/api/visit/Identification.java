package carequeue.api.visit;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.time.LocalDate;

/** How a patient who is not yet known here says who they are: by record number, or by last name, birth date and phone. */
public record Identification(
        @PhiField("mrn") Phi<String> mrn,
        @PhiField("firstName") Phi<String> firstName,
        @PhiField("lastName") Phi<String> lastName,
        @PhiField("birthDate") Phi<LocalDate> birthDate,
        @PhiField("phone") Phi<String> phone) {}
