package carequeue.query.revenue;

import carequeue.query.views.JsonCard;
import carequeue.query.views.Table;
import java.time.LocalDate;

/** The tables of revenue: the movements of money, and to whom visits and appointments belong. */
final class RevenueTables {

    static final Table<String, Sold> SOLD = Table.<String, Sold>named("revenue_payment")
            .key("payment_id", "text", id -> id)
            .column("card", "bytea", JsonCard::write)
            .read(row -> JsonCard.read(row.getBytes("card"), Sold.class));

    static final Table<MoneyRow.Key, MoneyRow> MONEY = Table.<MoneyRow.Key, MoneyRow>named("revenue_money")
            .key("payment_id", "text", MoneyRow.Key::paymentId)
            .key("position", "bigint", MoneyRow.Key::position)
            .key("part", "integer", MoneyRow.Key::part)
            .column("site_id", "text", MoneyRow::siteId)
            .column("business_day", "date", MoneyRow::businessDay)
            .column("visit_id", "text", MoneyRow::visitId)
            .column("appointment_id", "text", MoneyRow::appointmentId)
            .column("purpose", "text", MoneyRow::purpose)
            .column("method", "text", MoneyRow::method)
            .column("payer_name", "text", MoneyRow::payerName)
            .column("amount", "bigint", MoneyRow::amount)
            .column("currency", "text", MoneyRow::currency)
            .column("actor", "text", MoneyRow::actor)
            .once();

    /** A visit with its service, and the appointment and provider it came for. */
    record OfVisit(String serviceId, String providerId, String appointmentId) {}

    static final Table<String, OfVisit> VISITS = Table.<String, OfVisit>named("revenue_visit")
            .key("visit_id", "text", id -> id)
            .column("service_id", "text", OfVisit::serviceId)
            .column("provider_id", "text", OfVisit::providerId)
            .column("appointment_id", "text", OfVisit::appointmentId)
            .read(row -> new OfVisit(
                    row.getString("service_id"), row.getString("provider_id"), row.getString("appointment_id")));

    /** An appointment with its service and provider. */
    record Booked(String serviceId, String providerId) {}

    static final Table<String, Booked> APPOINTMENTS = Table.<String, Booked>named("revenue_appointment")
            .key("appointment_id", "text", id -> id)
            .column("service_id", "text", Booked::serviceId)
            .column("provider_id", "text", Booked::providerId)
            .read(row -> new Booked(row.getString("service_id"), row.getString("provider_id")));

    /** A queue entry with the provider who sees the patient. */
    record Seen(String visitId, String providerId) {}

    static final Table<String, Seen> ENTRIES = Table.<String, Seen>named("revenue_entry")
            .key("entry_id", "text", id -> id)
            .column("visit_id", "text", Seen::visitId)
            .column("provider_id", "text", Seen::providerId)
            .read(row -> new Seen(row.getString("visit_id"), row.getString("provider_id")));

    /** A primary coverage that was asked about for a visit. */
    record Insured(String visitId, String payerName) {}

    static final Table<String, Insured> PAYERS = Table.<String, Insured>named("revenue_payer")
            .key("check_id", "text", id -> id)
            .column("visit_id", "text", Insured::visitId)
            .column("payer_name", "text", Insured::payerName)
            .read(row -> new Insured(row.getString("visit_id"), row.getString("payer_name")));

    /** A claim with what its payer has sent so far, in minor units. */
    record Payable(String siteId, String visitId, String payerName, LocalDate serviceDate, long total) {
        Payable by(String payer) {
            return new Payable(siteId, visitId, payer, serviceDate, total);
        }

        Payable total(long now) {
            return new Payable(siteId, visitId, payerName, serviceDate, now);
        }
    }

    static final Table<String, Payable> CLAIMS = Table.<String, Payable>named("revenue_claim")
            .key("claim_id", "text", id -> id)
            .column("site_id", "text", Payable::siteId)
            .column("visit_id", "text", Payable::visitId)
            .column("payer_name", "text", Payable::payerName)
            .column("service_date", "date", Payable::serviceDate)
            .column("total", "bigint", Payable::total)
            .read(row -> new Payable(
                    row.getString("site_id"),
                    row.getString("visit_id"),
                    row.getString("payer_name"),
                    row.getObject("service_date", LocalDate.class),
                    row.getLong("total")));

    static final Table<Missed.Key, Missed> MISSED = Table.<Missed.Key, Missed>named("revenue_missed")
            .key("id", "text", Missed.Key::id)
            .key("position", "bigint", Missed.Key::position)
            .column("site_id", "text", Missed::siteId)
            .column("business_day", "date", Missed::businessDay)
            .column("visit_id", "text", Missed::visitId)
            .column("appointment_id", "text", Missed::appointmentId)
            .column("purpose", "text", Missed::purpose)
            .column("kind", "text", Missed::kind)
            .column("count", "integer", Missed::count)
            .column("amount", "bigint", Missed::amount)
            .column("currency", "text", Missed::currency)
            .column("actor", "text", Missed::actor)
            .once();

    private RevenueTables() {}
}
