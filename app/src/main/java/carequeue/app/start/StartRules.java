package carequeue.app.start;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Refuses a start in the wrong environment before anything is begun: all that is wrong at once, by the names of the settings. */
final class StartRules implements BeanFactoryPostProcessor {

    private final Environment environment;

    StartRules(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> wrong = new EnvironmentRules(environment).broken();
        if (!wrong.isEmpty()) {
            throw new CannotStart(String.join(" ", wrong));
        }
    }
}
