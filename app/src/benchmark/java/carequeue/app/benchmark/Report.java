package carequeue.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The measured rows, on the console as they come and at the end as a Markdown file. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    /** A heading with what was measured beside it. */
    Report heading(String title, String ground) {
        return line("\n## " + title + "\n\n" + ground + "\n");
    }

    /** Begins a table of rates. */
    Report rates() {
        return line("| what | floor | goal | ratio (median) | ratios | ours /s | raw /s |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |");
    }

    /** A row of a table of rates; floor and goal are null where none is set. */
    Report row(String what, Double floor, Double goal, Race.Outcome outcome) {
        return line(String.format(
                Locale.ROOT,
                "| %s | %s | %s | **%.2f** | %s | %.0f | %.0f |",
                what,
                text(floor),
                text(goal),
                outcome.ratio(),
                range(outcome),
                Race.Outcome.median(outcome.ours()),
                Race.Outcome.median(outcome.raw())));
    }

    /** Begins a table of times. */
    Report times() {
        return line(
                "| what | floor p50 / p99 | goal p50 / p99 | p50 ms | p99 ms | n |\n| --- | --- | --- | --- | --- | --- |");
    }

    /** A row of a table of times. */
    Report row(String what, String floor, String goal, Times times) {
        return line(String.format(
                Locale.ROOT,
                "| %s | %s | %s | **%.1f** | **%.1f** | %d |",
                what,
                floor,
                goal,
                times.millis(50),
                times.millis(99),
                times.count()));
    }

    /** A line as it is. */
    Report line(String line) {
        System.out.println(line);
        text.append(line).append('\n');
        return this;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString());
    }

    private static String range(Race.Outcome outcome) {
        var ratios = outcome.ratios().stream().sorted().toList();
        return String.format(Locale.ROOT, "%.2f–%.2f", ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private static String text(Double number) {
        return number == null ? "–" : String.format(Locale.ROOT, "%.2f", number);
    }
}
