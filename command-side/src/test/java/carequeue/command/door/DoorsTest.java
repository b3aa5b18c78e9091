package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What the doors make of a request, and of the answer. */
class DoorsTest extends Doors {

    @Test
    void callNextAnswersWhoWasCalledAndThePosition() throws Exception {
        answer(CallNext.class, c -> new Called("e1", "L-001"));
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"lab-1\"}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"entryId\":\"e1\",\"ticket\":\"L-001\"}"))
                .andExpect(header().string("X-Event-Position", "42"));
        assertThat(only(CallNext.class))
                .isEqualTo(new CallNext("main.lab.2026-11-23", "lab-1", Set.of(), sites().get("main")));
    }

    @Test
    void nobodyToCallIsNoContent() throws Exception {
        answer(CallNext.class, c -> null);
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"lab-1\"}")
                .andExpect(status().isNoContent());
    }

    @Test
    void anOrderCarriesWhoAsksAndUnderWhichKey() throws Exception {
        answer(Leave.class, c -> new EntryOutcome(c.entryId(), EntryState.LEFT));
        web.perform(post("/api/queues/main.lab.2026-11-23/entries/e1/leave")
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"no time\"}"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"entryId\":\"e1\",\"state\":\"left\"}"));
        assertThat(ordered.get(0).getMetaData())
                .containsEntry(Facts.ACTOR, "fran")
                .containsEntry(Facts.ROLES, "front-desk")
                .containsEntry(Facts.SITES, "main")
                .containsEntry(Facts.CHANNEL, "desk")
                .containsEntry(Facts.SOURCE, "hash")
                .containsEntry(Facts.REASON, "no time")
                .containsEntry(Facts.REPEAT_SCOPE, "fran POST /api/queues/main.lab.2026-11-23/entries/e1/leave")
                .containsEntry(Facts.REPEAT_KEY, "k1")
                // sha-256 of the body's bytes, computed apart
                .containsEntry(Facts.REPEAT_BODY, "9badeeeddf50359bf32384eed4afac87538bd4bfefcfff0f8408989360a893f3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/queues/main.lab.2026-11-23/call-next | {}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\":\" \"}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\":\"a\",\"queueId\":\"q2\"}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\"",
                "/api/queues/main.lab.2026-11-23/pause | {\"why\":\"x\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/hold | {\"reason\":\"tired\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/prioritize | {\"acuity\":6,\"reason\":\"x\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/prioritize | {\"acuity\":2}",
                "/api/queues/main.lab.2026-11-23/entries/e1/leave | {\"reason\":\"\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/transfer | {\"serviceId\":\"lab\"}",
                "/api/appointments | {\"siteId\":\"main\"}",
                "/api/appointments/a1/cancel | {}",
                "/api/check-ins | {\"siteId\":\"main\"}",
                "/api/check-ins | {\"siteId\":\"main\",\"appointmentId\":\"a\",\"identifier\":{\"mrn\":\"M\"}}",
                "/api/check-ins | {\"siteId\":\"main\",\"identifier\":{\"lastName\":\"Lee\"}}",
                "/api/check-ins | {\"siteId\":\"main\",\"appointmentId\":\"a\",\"channel\":\"webhook\"}",
                "/api/check-ins | {\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":{}}}",
            })
    void whatIsMalformedIsRefusedBeforeAnyOrder(String path, String body) throws Exception {
        ask(path, body).andExpect(status().isBadRequest());
        assertThat(ordered).isEmpty();
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() throws Exception {
        String long64k = "x".repeat(64 * 1024);
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"" + long64k + "\"}")
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void severalOrdersOfOneRequestHaveKeysOfTheirOwn() throws Exception {
        web.perform(post("/api/check-ins")
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":"
                                + "{\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"birthDate\":\"1980-01-02\"}}}"))
                .andExpect(status().isCreated());
        assertThat(ordered.get(0).getMetaData()).containsEntry(Facts.REPEAT_KEY, "k1#register");
        assertThat(ordered.get(1).getMetaData()).containsEntry(Facts.REPEAT_KEY, "k1");
        RequestCheckIn order = only(RequestCheckIn.class);
        assertThat(order.patientId()).isEqualTo(only(RegisterPatient.class).patientId());
        assertThat(order.lookUp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"siteId\":\"north\",\"appointmentId\":\"a1\"}",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"dentist\",\"patient\":{\"patientId\":\"p1\"}}}",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":{\"patientId\":\"nobody\"}}}",
                "{\"siteId\":\"main\",\"serviceId\":\"dentist\",\"identifier\":{\"mrn\":\"MRN001\"}}",
            })
    void whatDoesNotExistIsNotFound(String body) {
        assertThat(refusalOf(body)).isInstanceOf(Refused.NotFound.class);
        assertThat(ordered).isEmpty();
    }
}
