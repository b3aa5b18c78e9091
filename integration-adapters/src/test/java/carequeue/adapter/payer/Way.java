package carequeue.adapter.payer;

import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerLine.Kind;

/** The ways to ask the sandbox. */
enum Way {
    FHIR(Kind.FHIR, Form.X12, "/payer/fhir"),
    X12(Kind.CLEARING_HOUSE, Form.X12, "/clearinghouse/eligibility/x12"),
    X12_IN_JSON(Kind.CLEARING_HOUSE, Form.X12_IN_JSON, "/clearinghouse/eligibility/x12"),
    JSON(Kind.CLEARING_HOUSE, Form.JSON, "/clearinghouse/eligibility/v3");

    final Kind kind;
    final Form form;
    final String path;

    Way(Kind kind, Form form, String path) {
        this.kind = kind;
        this.form = form;
        this.path = path;
    }
}
