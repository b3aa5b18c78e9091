package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The payer answers by the member's number, only whom it lets in, and remembers what it was asked. */
class PayerTest {

    private static final String ISA = "ISA*00*          *00*          *ZZ*US             *ZZ*THEM          "
            + " *261123*1504*^*00501*000000009*0*T*:~";
    private static final String ASKED = ISA
            + "GS*HS*US*THEM*20261123*1504*9*X*005010X279A1~ST*270*0001*005010X279A1~BHT*0022*13*R1*20261123*1504~"
            + "HL*1**20*1~NM1*PR*2*AETNA*****PI*60054~HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1999999984~HL*3*2*22*0~"
            + "TRN*1*R1*9199999998~NM1*IL*1*LEE*ANN****MI*%s~EQ*30~SE*11*0001~GE*1*9~IEA*1*000000009~";

    @TempDir
    Path directory;

    private static HttpResponse<String> ask(RunningSandbox sandbox, String key, String body) {
        var request = HttpRequest.newBuilder(sandbox.uri("/clearinghouse/eligibility/x12"))
                .header("Content-Type", "application/edi-x12")
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", key);
        }
        return sandbox.send(request);
    }

    @Test
    void answersByTheMembersNumberAndRemembersWhatItWasAsked() {
        String key = "Key sandbox-payer-key";
        try (RunningSandbox sandbox = RunningSandbox.in(directory)) {
            assertThat(ask(sandbox, null, ASKED).statusCode()).isEqualTo(401);
            assertThat(ask(sandbox, "Bearer nobody", ASKED).statusCode()).isEqualTo(401);
            assertThat(ask(sandbox, key, ASKED.formatted("COPAY4000")).body())
                    .contains("TRN|2|R1|9199999998", "EB|1|IND|30", "EB|B|IND|98^UC|||27|40|||||Y");
            assertThat(ask(sandbox, key, ASKED.formatted("AAA75C")).body()).contains("AAA|N||75|C");
            assertThat(ask(sandbox, key, ASKED.formatted("INACTIVE")).body()).contains("EB|6|IND|30");
            assertThat(ask(sandbox, key, ASKED.replace("IEA*1*000000009~", "")).body())
                    .contains("TA1|000000009|", "|R|023");
            assertThat(sandbox.get("/").body()).contains("COPAY4000", "the coverage is inactive");
        }
        try (RunningSandbox again = RunningSandbox.in(directory)) {
            assertThat(again.get("/payer/fhir/asked").body()).contains("COPAY4000", "AAA75C", "INACTIVE");
        }
    }

    @Test
    void anOutageOfThePayerLeavesTheEhrAlone() {
        try (RunningSandbox sandbox = RunningSandbox.in(directory)) {
            sandbox.post("/faults", "application/json", "{\"service\":\"payer\",\"outage\":true}");
            assertThat(ask(sandbox, "Key sandbox-payer-key", ASKED.formatted("W1"))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(sandbox.get("/payer/fhir/metadata").statusCode()).isEqualTo(503);
            assertThat(sandbox.get("/fhir/metadata").statusCode()).isEqualTo(200);
        }
    }
}
