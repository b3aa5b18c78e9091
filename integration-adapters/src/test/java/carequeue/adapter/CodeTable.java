package carequeue.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The codes of an outside system or standard, each with what it is to us.
 *
 * @param name a heading that sorts with those of the same vendor
 * @param source where the codes are published
 * @param columns what a row says
 */
public record CodeTable(String name, String source, List<String> columns, List<List<String>> rows) {

    /** The tables of one package; a class that extends this is found by itself. */
    public abstract static class Chapter {

        /** Its tables, made from the classes that map the codes. */
        protected abstract List<CodeTable> tables();
    }

    /** Codes and our words for them, in the order of the codes. */
    public static CodeTable of(String name, String source, Map<String, ?> words) {
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(words).forEach((code, ours) -> rows.add(List.of(code, ours.toString())));
        return new CodeTable(name, source, List.of("code", "ours"), rows);
    }

    String text() {
        StringBuilder text = new StringBuilder("## " + name + "\n\n" + source + "\n\n");
        text.append(line(columns)).append(line(columns.stream().map(c -> "---").toList()));
        rows.forEach(row -> text.append(line(row)));
        return text.append('\n').toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
