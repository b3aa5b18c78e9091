package carequeue.adapter.secrets;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Tells every secret of a setting where it is kept, at the moment the setting is read. */
final class SecretBinding implements ConfigurationPropertiesBindHandlerAdvisor {

    private final ObjectProvider<Secrets> secrets;

    SecretBinding(ObjectProvider<Secrets> secrets) {
        this.secrets = secrets;
    }

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                Object bound = super.onSuccess(name, target, context, result);
                // Only what is a secret asks for the place: its own settings are read on the way to it.
                if (bound instanceof List<?> several && several.stream().anyMatch(Secret.class::isInstance)) {
                    return several.stream().map(one -> placed(one, name)).toList();
                }
                return placed(bound, name);
            }
        };
    }

    private Object placed(Object bound, ConfigurationPropertyName name) {
        return bound instanceof Secret secret ? secrets.getObject().bound(secret, name.toString()) : bound;
    }
}
