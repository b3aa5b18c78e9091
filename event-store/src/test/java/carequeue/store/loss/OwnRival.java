package carequeue.store.loss;

import carequeue.store.TestNodes;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of CareQueue. */
final class OwnRival implements Rival {

    private final HikariDataSource database = TestPostgres.fresh();

    @Override
    public String name() {
        return "CareQueue's engine";
    }

    @Override
    public Node node() {
        return new Node(
                TestNodes.engine(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    DataSource database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
