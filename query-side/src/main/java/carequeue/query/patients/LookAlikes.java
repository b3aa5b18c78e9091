package carequeue.query.patients;

import carequeue.api.patient.PatientQuery.Alike;
import carequeue.api.patient.PatientQuery.FindAlike;
import carequeue.api.patient.PatientQuery.PatientView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Who may be the person that is to be registered: shown to staff before there are two records of one person. */
@Component
class LookAlikes {

    private static final int ALMOST = 4;

    private final PatientRows rows;

    LookAlikes(PatientRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    Alike handle(FindAlike query) {
        String name = PatientKeys.name(query.firstName() + " " + query.lastName());
        List<PatientView> near = new ArrayList<>(rows.near(query.siteId(), null, PatientKeys.phone(query.phone())));
        PatientKeys.known(query.birthDate())
                .map(born -> PatientKeys.born(name, born))
                .forEach(key -> near.addAll(rows.near(query.siteId(), key, null)));
        return new Alike(
                ids(near, known -> isAlike(known, query)),
                ids(near, known -> isAlike(known, query) && isSame(known, query)));
    }

    private static List<String> ids(List<PatientView> near, Predicate<PatientView> fits) {
        return near.stream().filter(fits).map(PatientView::patientId).distinct().toList();
    }

    /** Wholly the same names, each in its place, and the same telephone wherever both are known. */
    static boolean isSame(PatientView known, FindAlike asked) {
        String here = PatientKeys.phone(known.phone());
        String there = PatientKeys.phone(asked.phone());
        return (here == null || there == null || here.equals(there))
                && PatientKeys.words(known.firstName()).equals(PatientKeys.words(asked.firstName()))
                && PatientKeys.words(known.lastName()).equals(PatientKeys.words(asked.lastName()));
    }

    /** The same day of birth as far as it is known, and either the whole name, or the telephone and a name that may be the same person's. */
    static boolean isAlike(PatientView known, FindAlike asked) {
        if (PatientKeys.known(asked.birthDate()).noneMatch(born -> born.equals(PatientKeys.born(known)))) {
            return false;
        }
        Set<String> theirs = PatientKeys.words(known.firstName() + " " + known.lastName());
        if (theirs.equals(PatientKeys.words(asked.firstName() + " " + asked.lastName()))) {
            return true;
        }
        String phone = PatientKeys.phone(asked.phone());
        boolean samePhone = phone != null && phone.equals(PatientKeys.phone(known.phone()));
        // Twins share the telephone and the day, never the first name.
        boolean sameFirst = PatientKeys.words(known.firstName()).equals(PatientKeys.words(asked.firstName()));
        return samePhone && sameFirst && mayBeOneName(known.lastName(), asked.lastName());
    }

    /** A name with another added or dropped, as by marriage, or one with a slip of the pen in it. */
    private static boolean mayBeOneName(String one, String other) {
        Set<String> a = PatientKeys.words(one);
        Set<String> b = PatientKeys.words(other);
        return a.containsAll(b) || b.containsAll(a) || isSlip(String.join(" ", a), String.join(" ", b));
    }

    private static boolean isSlip(String a, String b) {
        boolean longEnough = Math.min(a.length(), b.length()) >= ALMOST && Math.abs(a.length() - b.length()) <= 1;
        if (!longEnough || a.charAt(a.length() - 1) != b.charAt(b.length() - 1)) {
            return false;
        }
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.length(), b.length()) - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return Math.max(a.length(), b.length()) - start - end <= 1;
    }
}
