package carequeue.adapter.message;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.notification.MessageTemplate;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The words of a version never change, so that a message that went out can be shown as it was: new words are a new version.
 * {@code -Dcarequeue.golden=write} adds what is new to the file.
 */
class FrozenWordsTest {

    private static final Path FILE = Path.of("src/test/resources/message-words.txt");

    @Test
    void wordsOfAVersionAreNeverChanged() throws Exception {
        Map<String, String> now = now();
        if ("write".equals(System.getProperty("carequeue.golden"))) {
            Map<String, String> all = new TreeMap<>(now);
            all.putAll(kept());
            Files.write(
                    FILE,
                    all.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .toList());
        }
        assertThat(now).isEqualTo(kept());
    }

    @Test
    void everyVersionIsThereForEveryWayInBothLanguages() throws Exception {
        Map<String, String> now = now();
        for (MessageTemplate template : MessageTemplate.values()) {
            for (int version = 1; version <= template.version(); version++) {
                String name = "/" + template + "." + version;
                assertThat(now)
                        .containsKeys("sms/en" + name, "sms/es" + name, "push/en" + name, "push/es" + name)
                        .containsKeys("email/en" + name + ".text", "email/es" + name + ".subject");
            }
        }
    }

    private static Map<String, String> kept() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        lines.forEach(line -> kept.put(line.split(" ")[0], line.split(" ")[1]));
        return kept;
    }

    private static Map<String, String> now() throws Exception {
        Map<String, String> now = new TreeMap<>();
        for (String way : List.of("email", "sms", "push")) {
            for (String language : List.of("en", "es")) {
                Properties words = words(way, language.equals("en") ? "" : "_" + language);
                for (String key : words.stringPropertyNames()) {
                    if (key.matches("[a-z-]+\\.[0-9]+(\\..*)?")) {
                        now.put(way + "/" + language + "/" + key, hash(words.getProperty(key)));
                    }
                }
            }
        }
        return now;
    }

    private static Properties words(String way, String language) throws IOException {
        Properties words = new Properties();
        String name = "/carequeue/adapter/" + way + "/words" + language + ".properties";
        try (var in = new InputStreamReader(FrozenWordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static String hash(String words) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    }
}
