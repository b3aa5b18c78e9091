package carequeue.query;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.hl7.fhir.r4.model.Patient;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsCommands(carequeue.command.Wrong other) {}

    record KnowsTheStore(carequeue.store.Wrong other) {}

    record KnowsTheApp(carequeue.app.CareQueue other) {}

    record SpeaksFhir(Patient patient) {}

    record SendsCommands(CommandGateway commands) {}
}
