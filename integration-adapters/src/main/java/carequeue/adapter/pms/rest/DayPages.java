package carequeue.adapter.pms.rest;

import carequeue.adapter.pms.NotAccepted;
import carequeue.adapter.pms.PmsPages;
import carequeue.adapter.pms.PmsService;
import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriUtils;

/** Reads the appointments of a day page by page, by the cursor or the address of the next page that each one names. */
final class DayPages {

    private static final List<String> NAMES = List.of("appointments", "items", "data", "results");

    private final PmsCalls calls;
    private final int pageSize;

    DayPages(PmsCalls calls, int pageSize) {
        this.calls = calls;
        this.pageSize = pageSize;
    }

    void read(LocalDate day, PmsPages pages) {
        URI next = address(day, null, pageSize);
        Set<URI> seen = new HashSet<>();
        while (next != null && pages.goOn()) {
            if (!seen.add(next)) {
                throw new OutsideFailure.Unavailable(PmsService.PMS, "names a page as the next one that was read");
            }
            JsonNode page = calls.get(next).body();
            if (seen.size() == 1 && page.path("total").isIntegralNumber()) {
                pages.expect(page.path("total").asLong());
            }
            items(page).forEach(item -> take(item, pages));
            next = next(page, next, day);
        }
    }

    URI address(LocalDate day, String cursor, int limit) {
        String more = cursor == null ? "" : "&cursor=" + UriUtils.encode(cursor, StandardCharsets.UTF_8);
        return URI.create(calls.at("appointments") + "?date=" + day + "&limit=" + limit + more);
    }

    private static void take(JsonNode item, PmsPages pages) {
        PmsAppointmentOrWhy read = read(item);
        if (read.why() == null) {
            pages.accept(read.appointment());
        } else {
            pages.refuse(read.why());
        }
    }

    private record PmsAppointmentOrWhy(carequeue.adapter.pms.PmsAppointment appointment, NotAccepted why) {}

    // What taking it over throws is not about its form.
    private static PmsAppointmentOrWhy read(JsonNode item) {
        try {
            return new PmsAppointmentOrWhy(PmsJson.appointment(item, null), null);
        } catch (NotAccepted broken) {
            return new PmsAppointmentOrWhy(null, broken);
        }
    }

    private static JsonNode items(JsonNode page) {
        if (page.isArray()) {
            return page;
        }
        return NAMES.stream()
                .map(page::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() ->
                        new OutsideFailure.Unavailable(PmsService.PMS, "answered what is no list of appointments"));
    }

    private URI next(JsonNode page, URI from, LocalDate day) {
        String cursor = PmsJson.first(page, "nextCursor");
        if (cursor != null) {
            return address(day, cursor, pageSize);
        }
        String address = PmsJson.first(page, "next");
        return address == null ? null : calls.named(from, address);
    }
}
