package carequeue.sandbox.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the API shows texts. */
final class MessageJson {

    private static final String BASE = "/2010-04-01/Accounts/" + Account.SID + "/Messages";

    private MessageJson() {}

    static Map<String, Object> of(Text text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_sid", Account.SID);
        json.put("api_version", "2010-04-01");
        json.put("body", text.body());
        json.put("date_created", rfc2822(text.createdAt()));
        json.put("date_sent", text.status().equals("queued") ? null : rfc2822(text.updatedAt()));
        json.put("date_updated", rfc2822(text.updatedAt()));
        json.put("direction", text.inbound() ? "inbound" : "outbound-api");
        json.put("error_code", text.errorCode());
        json.put("error_message", text.errorCode() == null ? null : "Unreachable destination handset");
        json.put("from", text.from());
        json.put("messaging_service_sid", null);
        json.put("num_media", "0");
        json.put("num_segments", "1");
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", text.sid());
        json.put("status", text.status());
        json.put("subresource_uris", Map.of("media", BASE + "/" + text.sid() + "/Media.json"));
        json.put("to", text.to());
        json.put("uri", BASE + "/" + text.sid() + ".json");
        return json;
    }

    static Map<String, Object> page(List<Text> all, String to, String from, int page, int size) {
        int begin = Math.min(all.size(), page * size);
        int end = Math.min(all.size(), begin + size);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "messages",
                all.subList(begin, end).stream().map(MessageJson::of).toList());
        json.put("page", page);
        json.put("page_size", size);
        json.put("start", begin);
        json.put("end", Math.max(begin, end - 1));
        json.put("uri", uri(to, from, page, size));
        json.put("first_page_uri", uri(to, from, 0, size));
        json.put("previous_page_uri", page == 0 ? null : uri(to, from, page - 1, size));
        json.put("next_page_uri", end == all.size() ? null : uri(to, from, page + 1, size));
        return json;
    }

    private static String uri(String to, String from, int page, int size) {
        return BASE + ".json?PageSize=" + size + "&Page=" + page + query("To", to) + query("From", from);
    }

    private static String query(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String rfc2822(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(at.atZone(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }
}
