package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The character U+0000, which PostgreSQL cannot hold, is refused at every door by the name of its field. */
class NulTest extends RunningClinic {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private long events() {
        return transaction.execute(s -> jdbc.sql("select count(*) from event where name like 'visit.%'")
                .query(Long.class)
                .single());
    }

    @Test
    void inABodyWithThePointerOfTheField() {
        long before = events();
        Answer answer = as("front-desk").post("/api/check-ins", """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "blood",
                 "patient": {"firstName": "A\\u0000na", "lastName": "Zero", "birthDate": "1971-02-03"}}}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("/walkIn/patient/firstName").doesNotContain("na\"");
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patients?q=A%00na",
                "/api/appointments?siteId=main&date=%00",
                "/api/audit/events?patient=%00",
                "/board?siteId=%00",
                "/api/sites?after=%00",
                "/nowhere?who=%00"
            })
    void inAQueryWithTheNameOfTheParameter(String path) {
        Answer answer = as("front-desk").get(path);
        String name = path.replaceFirst("=[^=]*%00.*", "").replaceFirst(".*[?&]", "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"/" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/check-ins/a%00b", "/api/queues/%00/entries"})
    void inAPath(String path) {
        assertThat(as("front-desk").get(path).status()).isEqualTo(400);
    }

    @Test
    void inAForm() {
        Answer answer = Caller.nobody(origin()).postForm("/sign-in", "username=front%00desk&password=x");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("/username");
    }
}
