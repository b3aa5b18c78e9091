package carequeue.app.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

    private static final Map<String, Exception> FAILURES = Map.of(
            "not-found", new Refused.NotFound("queue", "q-1"),
            "wrong-state", new Refused.WrongState("held", "The entry is held."),
            "against-rule", new Refused.AgainstRule("arrival-window", "It is too early."),
            "bad-field", new Refused.BadField("/servicePoint", "is unknown"),
            "already-taken", new Refused.AlreadyTaken("open visit", "v-1"),
            "wrapped", new CommandExecutionException("outer", new ConcurrencyException("inner", null)),
            "database", new IllegalStateException(new SQLException("gone", "08006")),
            "strange", new IllegalStateException("the patient's name is Garcia"));

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Doors())
            .setControllerAdvice(new Problems())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(
                    Jackson2ObjectMapperBuilder.json().build()))
            .build();

    record Body(@NotBlank String servicePoint, LocalDate date) {
        @AssertTrue(message = "must agree")
        boolean isInAgreement() {
            return date == null || !"nowhere".equals(servicePoint);
        }
    }

    @RestController
    static class Doors {
        @GetMapping("/fail/{kind}")
        void fail(@PathVariable String kind) throws Exception {
            throw FAILURES.get(kind);
        }

        @PostMapping("/fail/{kind}")
        void order(@PathVariable String kind) throws Exception {
            throw FAILURES.get(kind);
        }

        @PostMapping("/body")
        void body(@Valid @RequestBody Body body) {}
    }

    private ResultActions fail(String kind) throws Exception {
        return web.perform(get("/fail/" + kind)).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aRefusalSaysWhatTheMatterIs() throws Exception {
        fail("not-found").andExpect(status().isNotFound());
        fail("wrong-state")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.state").value("held"))
                .andExpect(jsonPath("$.detail").value("The entry is held."));
        fail("against-rule")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.rule").value("arrival-window"));
        web.perform(post("/fail/bad-field"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/servicePoint"));
        fail("already-taken")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.holder").value("v-1"));
    }

    @Test
    void aQuestionWithABadFieldIsNotUnderstood() throws Exception {
        fail("bad-field")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.errors[0].pointer").value("/servicePoint"));
    }

    @Test
    void whatIsNoRefusalSaysNothingOfTheInside() throws Exception {
        fail("wrapped").andExpect(status().isConflict());
        fail("database").andExpect(status().isServiceUnavailable()).andExpect(header().string("Retry-After", "2"));
        fail("strange")
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(Matchers.not(Matchers.containsString("Garcia"))));
    }

    @Test
    void aMalformedBodyIsNamedByItsFieldAndNotEchoed() throws Exception {
        sent("{\"servicePoint\": ").andExpect(jsonPath("$.type").value("urn:carequeue:problem:malformed"));
        sent("{\"servicePoint\": \"\"}")
                .andExpect(jsonPath("$.errors[0].pointer").value("/servicePoint"));
        sent("{\"servicePoint\": \"a\", \"date\": \"Garcia\"}")
                .andExpect(jsonPath("$.errors[0].pointer").value("/date"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Garcia"))));
        sent("{\"servicePoint\": \"nowhere\", \"date\": \"2026-11-23\"}")
                .andExpect(jsonPath("$.errors[0].pointer").value(""))
                .andExpect(jsonPath("$.errors[0].message").value("must agree"));
        web.perform(delete("/body")).andExpect(status().isMethodNotAllowed());
    }

    private ResultActions sent(String body) throws Exception {
        return web.perform(post("/body").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
