package carequeue.api.conflict;

import java.util.Locale;

/** What a conflict is about. */
public enum ConflictSubject {
    APPOINTMENT,
    PATIENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
