package carequeue.app.postgres;

import carequeue.adapter.secrets.Secret;
import carequeue.app.start.CareQueueSettings;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Gives the pool of a given database a way to open new connections by the password of that moment. */
final class PooledByPassword implements BeanPostProcessor {

    private final ObjectProvider<CareQueueSettings> settings;

    PooledByPassword(ObjectProvider<CareQueueSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            CareQueueSettings.Database given = settings.getObject().database();
            if (given.given() && Secret.given(given.password())) {
                var driver = new DriverDataSource(
                        pool.getJdbcUrl(), null, pool.getDataSourceProperties(), pool.getUsername(), null);
                pool.setDataSource(new CurrentPassword(driver, pool.getUsername(), given.password()));
            }
        }
        return bean;
    }
}
