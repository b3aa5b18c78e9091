package carequeue.adapter.sms.twilio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What Twilio tells us, as the form that it sends. */
record TwilioForm(Map<String, String> values) {

    // Twilio's own words, and what people say in Spanish.
    private static final Set<String> STOP = Set.of(
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "ALTO",
            "PARAR",
            "DETENER",
            "BAJA",
            "CANCELAR");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES", "EMPEZAR", "INICIAR", "ALTA", "SI");
    private static final Set<String> HELP = Set.of("HELP", "INFO", "AYUDA");

    static TwilioForm of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    static TwilioForm of(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form == null ? new String[0] : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new TwilioForm(values);
    }

    /** The form of a status that we asked for ourselves. */
    static byte[] status(String messageSid, String status, String errorCode) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("MessageSid", messageSid, "MessageStatus", status));
        if (errorCode != null) {
            values.put("ErrorCode", errorCode);
        }
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    String get(String name) {
        return values.get(name);
    }

    String messageSid() {
        return values.getOrDefault("MessageSid", values.get("SmsSid"));
    }

    String status() {
        return values.getOrDefault("MessageStatus", values.get("SmsStatus"));
    }

    /** A patient wrote to us; else it is about a message of ours. */
    boolean isFromPatient() {
        return !values.containsKey("MessageStatus") && values.containsKey("From") && values.containsKey("Body");
    }

    boolean asksForHelp() {
        return !values.containsKey("OptOutType") && says(HELP);
    }

    boolean stops() {
        return "STOP".equals(values.get("OptOutType")) || says(STOP);
    }

    boolean starts() {
        return "START".equals(values.get("OptOutType")) || says(START);
    }

    // Only a message that is nothing but the word counts; "cancel my visit" is for a person to read.
    private boolean says(Set<String> words) {
        String plain = Normalizer.normalize(values.getOrDefault("Body", ""), Normalizer.Form.NFD);
        String word = plain.strip().toUpperCase(Locale.ROOT).replaceAll("\\p{M}+|[^\\p{L}]+$", "");
        return words.contains(word.replaceAll("(?<=\\p{L})[ -](?=\\p{L})", ""));
    }
}
