package carequeue.adapter.ehr.fhir;

import carequeue.adapter.resilience.OutsideFailure;
import java.util.function.Supplier;

/** Reads and writes again when somebody else wrote in between, a few times. */
final class Retold {

    private static final int TIMES = 3;

    private Retold() {}

    static <T> T again(Supplier<T> readAndWrite) {
        for (int time = 1; ; time++) {
            try {
                return readAndWrite.get();
            } catch (OutsideFailure.Conflicting conflict) {
                if (time == TIMES) {
                    throw conflict;
                }
            }
        }
    }
}
