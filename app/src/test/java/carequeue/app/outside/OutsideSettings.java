package carequeue.app.outside;

import java.util.List;
import java.util.stream.Stream;

/** Where every outside service is, when all of them are the sandbox's. */
final class OutsideSettings {

    private OutsideSettings() {}

    static List<String> of(int port) {
        String there = "http://localhost:" + port;
        return Stream.of(
                        "sandbox.enabled=false",
                        "ehr.url=" + there + "/fhir",
                        "payer.url=" + there + "/payer/fhir",
                        "payer.token-url=" + there + "/payer/token",
                        "payer.client-id=carequeue",
                        "payer.client-secret=sandbox-payer-secret",
                        "payer.provider-name=CareQueue Demonstration Clinic",
                        "payer.provider-npi=1999999984",
                        "payer.lines.edi.kind=clearing-house",
                        "payer.lines.edi.url=" + there + "/clearinghouse/eligibility/x12",
                        "payer.lines.edi.api-key=Key sandbox-payer-key",
                        "payer.lines.edi.provider-name=CareQueue Demonstration Clinic",
                        "payer.lines.edi.provider-npi=1999999984",
                        "payer.routes[" + Visitor.EDI_PAYER + "]=edi",
                        "pms.url=" + there + "/pms",
                        "pms.api-key=sandbox-pms-key",
                        "pms.webhook-secret=sandbox-pms-secret",
                        "stripe.url=" + there + "/stripe",
                        "stripe.api-key=sk_test_sandbox",
                        "stripe.webhook-secret=whsec_sandbox",
                        "twilio.url=" + there + "/twilio",
                        "twilio.account-sid=ACcafe0000000000000000000000sandbox",
                        "twilio.auth-token=sandbox-twilio-token",
                        "twilio.from=+15005550006",
                        "twilio.per-second=100",
                        "mail.url=smtp://localhost:" + (port + 1),
                        "mail.plain=true",
                        "mail.from=no-reply@carequeue.example",
                        "mail.webhook-secret=whsec_c2FuZGJveC1tYWlsLXdlYmhvb2s=",
                        "webpush.sandbox=" + there,
                        "webpush.public-key=BJjtudn4Jr_XkLCf65MLVWfwRxImczEC6yUs4M0qbX1DsqGx2MxAai1JdXyAOX7JYl7aOkxWIjgEOiAXBjnTDM8",
                        "webpush.private-key=u19JCcgCgLuLx5sv5uuILcf-hhktNrm4Fn2ZAKKcdXM",
                        "claims.url=" + there + "/clearinghouse",
                        "claims.api-key=Key sandbox-clearinghouse-key",
                        "claims.pull-every=1s",
                        "claims.contact.name=Billing Office",
                        "claims.contact.phone=5550100000",
                        "claims.filing-indicator[*]=CI",
                        "claims.clinics.main.name=Main Street Clinic",
                        "claims.clinics.main.tax-id=000000000",
                        "claims.clinics.main.street=1 Main Street",
                        "claims.clinics.main.city=New York",
                        "claims.clinics.main.state=NY",
                        "claims.clinics.main.zip=100010000",
                        "claims.clinics.main.signature-on-file=true",
                        "claims.clinics.main.assignment=A",
                        "claims.clinics.main.benefits-assigned=Y",
                        "claims.clinics.main.release=Y")
                .map(setting -> "carequeue." + setting)
                .toList();
    }
}
