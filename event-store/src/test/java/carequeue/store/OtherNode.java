package carequeue.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What runs in the second JVM. */
public final class OtherNode {

    static final String MARK = "> ";

    private final String[] access;
    private final HikariDataSource database;
    private TestReader reader;
    private CompletableFuture<String> heard;

    private OtherNode(String[] access) {
        this.access = access;
        this.database = pool("20s");
    }

    // As the application sets it, only shorter.
    private HikariDataSource pool(String idleAtMost) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access[0]);
        config.setUsername(access[1]);
        config.setPassword(access[2]);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=" + idleAtMost);
        return new HikariDataSource(config);
    }

    /** Answers each line of the standard input on the standard output. */
    public static void main(String[] args) throws IOException {
        OtherNode node = new OtherNode(args);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(MARK + node.answer(line.split("\t")));
        }
        System.exit(0);
    }

    private String answer(String[] words) {
        try {
            return switch (words[0]) {
                case "append" -> TwoNodes.append(database, words[1], words[2], Long.parseLong(words[3]));
                case "hang" -> TwoNodes.hang(database, words[1], words[2], words[3]);
                case "repeat" -> TwoNodes.repeat(database, words[1], words[2], words[3]);
                case "tokens" -> TwoNodes.firstTokens(database, words[1], words[2]);
                case "segments" -> TwoNodes.segments();
                case "listen" -> listen();
                case "heard" -> heard.join();
                case "read" -> read(Integer.parseInt(words[1]));
                default -> "what is " + words[0] + "?";
            };
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private String listen() {
        heard = TwoNodes.listen(database);
        return "listening";
    }

    /** A lamp whose name begins with slow is taken in only when nobody holds the lock of {@link TwoNodes#SLOW}. */
    private String read(int segments) {
        HikariDataSource impatient = pool("3s");
        reader = new TestReader(impatient, segments, Duration.ofSeconds(2), TwoNodes.slowly(impatient)).start();
        return "reading " + reader.processor().getName();
    }
}
