package carequeue.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Beside the primary key no index of a view begins with the generation, which nearly all rows share. */
class IndexesTest {

    @Test
    void noSecondIndexBeginsWithTheGeneration() {
        try (HikariDataSource database = TestPostgres.fresh()) {
            List<String> such = new JdbcTemplate(database)
                    .queryForList(
                            "select indexdef from pg_indexes where schemaname = 'public' and indexdef like '%(generation,%'"
                                    + " and indexname not like '%_pkey'",
                            String.class);
            assertThat(such).isEmpty();
        }
    }
}
