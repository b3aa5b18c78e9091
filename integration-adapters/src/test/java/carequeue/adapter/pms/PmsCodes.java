package carequeue.adapter.pms;

import carequeue.adapter.CodeTable;
import carequeue.api.appointment.AppointmentStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The codes of the practice management system. */
final class PmsCodes extends CodeTable.Chapter {

    @Override
    protected List<CodeTable> tables() {
        List<List<String>> told = new ArrayList<>();
        for (AppointmentStatus ours : AppointmentStatus.values()) {
            told.add(row(ours.toString(), PmsWord.of(ours, false)));
        }
        told.add(row(AppointmentStatus.CHECKED_IN + ", being served", PmsWord.of(AppointmentStatus.CHECKED_IN, true)));
        return List.of(
                new CodeTable(
                        "PMS: status of an appointment, read",
                        "The six statuses that the practice management system has.",
                        List.of("status", "ours", "why"),
                        Arrays.stream(PmsStatus.values())
                                .map(s -> List.of(s.word(), s.ours().toString(), s.why()))
                                .toList()),
                new CodeTable(
                        "PMS: status of an appointment, written",
                        "What it is told of each of ours.",
                        List.of("ours", "status", "why"),
                        told));
    }

    private static List<String> row(String ours, PmsWord word) {
        return List.of(ours, word.told().map(PmsStatus::word).orElse("–"), word.why());
    }
}
