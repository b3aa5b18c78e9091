package carequeue.sandbox;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The parts of the control page. */
public final class Html {

    private Html() {}

    /** A table; its cells are escaped. */
    public static <R> String table(
            String caption, List<String> heads, List<R> rows, Function<R, Stream<String>> cells) {
        return raw(caption, heads, rows, row -> cells.apply(row).map(Html::escape));
    }

    /** A table whose cells are HTML already. */
    public static <R> String raw(String caption, List<String> heads, List<R> rows, Function<R, Stream<String>> cells) {
        if (rows.isEmpty()) {
            return "<h3>" + caption + "</h3><p>None yet.</p>";
        }
        String head =
                heads.stream().map(it -> "<th scope=\"col\">" + it + "</th>").collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> cells.apply(row).map(it -> "<td>" + it + "</td>").collect(Collectors.joining()))
                .map(row -> "<tr>" + row + "</tr>")
                .collect(Collectors.joining("\n"));
        return "<h3>%s</h3><div class=\"wide\" role=\"region\" aria-label=\"%s\" tabindex=\"0\"><table>"
                        .formatted(caption, caption)
                + "<thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table></div>";
    }

    public static String escape(String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text);
    }

    /** A button that posts one value. */
    public static String button(String action, String label, String... namesAndValues) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"" + escape(action) + "\">");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(escape(namesAndValues[i]), escape(namesAndValues[i + 1])));
        }
        return form.append("<button>")
                .append(escape(label))
                .append("</button></form>")
                .toString();
    }
}
