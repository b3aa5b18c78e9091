package carequeue.adapter.ehr;

/** Whose EHR it is: what each allows differs. */
public enum EhrKind {
    GENERIC,
    EPIC,
    CERNER
}
