package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.gclient.ICriterion;
import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.Unacceptable;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;

/** Reads the appointments of a time span page by page. */
final class DayReading {

    private final FhirCalls calls;
    private final AppointmentMapping mapping;
    private final FhirParts parts;
    private final Vendor.DayBy by;

    DayReading(FhirCalls calls, AppointmentMapping mapping, FhirParts parts, Vendor.DayBy by) {
        this.calls = calls;
        this.mapping = mapping;
        this.parts = parts;
        this.by = by;
    }

    void read(String siteId, Instant from, Instant to, AppointmentPages pages) {
        // A page's edge may move while others book: what comes twice counts once.
        Set<String> seen = new HashSet<>();
        switch (by) {
            case DATE -> read(siteId, search(from, to, null), seen, pages);
            case LOCATION -> {
                String location = parts.settings().site(siteId).locationOf(siteId);
                read(siteId, search(from, to, Appointment.LOCATION.hasId(location)), seen, pages);
            }
            case PATIENT ->
                parts.knownPatients()
                        .get()
                        .forEach(patient ->
                                read(siteId, search(from, to, Appointment.PATIENT.hasId(patient)), seen, pages));
        }
    }

    private Supplier<Bundle> search(Instant from, Instant to, ICriterion<?> who) {
        return () -> calls.call(client -> {
            var query = client.search()
                    .forResource(Appointment.class)
                    .where(Appointment.DATE.afterOrEquals().millis(Date.from(from)))
                    .and(Appointment.DATE.before().millis(Date.from(to)))
                    .count(parts.settings().pageSize())
                    .returnBundle(Bundle.class);
            return (who == null ? query : query.and(who)).execute();
        });
    }

    private void read(String siteId, Supplier<Bundle> first, Set<String> seen, AppointmentPages pages) {
        if (!pages.goOn()) {
            return;
        }
        Pages follow = new Pages(calls, parts.settings().url(), "Appointment");
        Bundle page = first.get();
        if (page.hasTotal()) {
            pages.expect(page.getTotal());
        }
        while (page != null && pages.goOn()) {
            for (var entry : page.getEntry()) {
                if (Found.matches(entry)
                        && entry.getResource() instanceof Appointment appointment
                        && seen.add(appointment.getIdElement().getIdPart())) {
                    hand(siteId, appointment, pages);
                }
            }
            page = follow.after(page);
        }
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
