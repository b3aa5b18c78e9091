package carequeue.command;

import carequeue.api.Refused;
import carequeue.command.StateTable.Played;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** A table of states as the documentation shows it: a row for each order, a column for each state, and a picture of the ways. */
final class StatePage<S extends Enum<S>> {

    private final StateTable<?, S> table;
    private final Map<String, List<Played>> played = new LinkedHashMap<>();

    private StatePage(StateTable<?, S> table) {
        this.table = table;
        table.rows().forEach((row, order) -> {
            List<Played> cells = new ArrayList<>(List.of(table.play(null, order)));
            table.states().forEach(state -> cells.add(table.play(state, order)));
            played.put(row, cells);
        });
    }

    static <S extends Enum<S>> StatePage<S> of(StateTable<?, S> table) {
        return new StatePage<>(table);
    }

    Map<String, List<Played>> played() {
        return played;
    }

    String text() {
        StringBuilder text = new StringBuilder("## " + table.name() + "\n\n" + table.about() + "\n\n");
        text.append("| order | none |");
        table.states().forEach(state -> text.append(' ').append(state).append(" |"));
        text.append("\n| --- | --- |").append(" --- |".repeat(table.states().size()));
        played.forEach((row, cells) -> text.append("\n| ")
                .append(row)
                .append(" | ")
                .append(cells.stream().map(StatePage::cell).collect(Collectors.joining(" | ")))
                .append(" |"));
        text.append("\n\n").append(picture());
        table.unreached().forEach((state, why) -> text.append("\nNothing leads to `" + state + "`: " + why + "\n"));
        return text.append('\n').toString();
    }

    private static String cell(Played cell) {
        if (cell.answer() instanceof RuntimeException refused) {
            return refusal(refused, cell.found());
        } else if (cell.told().isEmpty()) {
            return "–";
        }
        return cell.now() == cell.found() ? "stays" : "**" + cell.now() + "**";
    }

    private static String refusal(RuntimeException failure, Enum<?> found) {
        if (failure instanceof Refused.WrongState wrong) {
            return wrong.state().equals(String.valueOf(found)) ? "409" : "409 (" + wrong.state() + ")";
        } else if (failure instanceof Refused.AgainstRule rule) {
            return "422 " + rule.rule();
        } else if (failure instanceof Refused.NotAllowed) {
            return "403";
        } else if (failure instanceof Refused.BadField) {
            return "400";
        }
        boolean missing = failure instanceof Refused.NotFound || failure instanceof AggregateNotFoundException;
        return missing ? "404" : "taken";
    }

    /** Each way from a state to another, with the orders that take it. */
    private String picture() {
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        played.forEach((row, cells) -> cells.stream()
                .filter(c -> c.now() != null && c.now() != c.found())
                .forEach(c -> ways.computeIfAbsent(node(c.found()) + " --> " + node(c.now()), way -> new TreeSet<>())
                        .add(row.substring(1, row.indexOf('`', 1)))));
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        table.states().forEach(s -> text.append("  state \"" + s + "\" as " + node(s) + "\n"));
        ways.forEach((way, orders) -> text.append("  " + way + " : " + String.join(", ", orders) + "\n"));
        return text.append("```\n").toString();
    }

    private static String node(Enum<?> state) {
        return state == null ? "[*]" : state.name();
    }
}
