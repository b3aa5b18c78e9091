package carequeue.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsTheStore(carequeue.store.Wrong other) {}

    class ThingManager {}

    class TypesByDefault {
        Object mapper() {
            return new ObjectMapper()
                    .activateDefaultTyping(
                            BasicPolymorphicTypeValidator.builder().build());
        }
    }
}
