package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.Unacceptable;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;

/** Reads the appointments of a time span page by page. */
final class DayReading {

    private final FhirCalls calls;
    private final AppointmentMapping mapping;
    private final EhrSettings settings;

    DayReading(FhirCalls calls, AppointmentMapping mapping, EhrSettings settings) {
        this.calls = calls;
        this.mapping = mapping;
        this.settings = settings;
    }

    void read(String siteId, Instant from, Instant to, AppointmentPages pages) {
        Bundle first = calls.call(client -> client.search()
                .forResource(Appointment.class)
                .where(Appointment.DATE.afterOrEquals().millis(Date.from(from)))
                .and(Appointment.DATE.before().millis(Date.from(to)))
                .count(settings.pageSize())
                .returnBundle(Bundle.class)
                .execute());
        if (first.hasTotal()) {
            pages.expect(first.getTotal());
        }
        // A page's edge may move while others book: what comes twice counts once.
        Set<String> seen = new HashSet<>();
        Bundle page = first;
        while (page != null && pages.goOn()) {
            for (var entry : page.getEntry()) {
                if (entry.getResource() instanceof Appointment appointment
                        && seen.add(appointment.getIdElement().getIdPart())) {
                    hand(siteId, appointment, pages);
                }
            }
            page = next(page);
        }
    }

    private Bundle next(Bundle page) {
        return page.getLink(Bundle.LINK_NEXT) == null
                ? null
                : calls.call(client -> client.loadPage().next(page).execute());
    }

    private void hand(String siteId, Appointment appointment, AppointmentPages pages) {
        AppointmentRecord record;
        try {
            record = mapping.read(appointment);
        } catch (Unacceptable broken) {
            pages.refuse(broken);
            return;
        }
        if (record.siteId().equals(siteId)) {
            pages.accept(record);
        } else {
            pages.pass();
        }
    }
}
