package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.Contact;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.DeviceCommand.ExpireDevice;
import carequeue.api.patient.DeviceCommand.RegisterDevice;
import carequeue.api.patient.DeviceCommand.RemoveDevice;
import carequeue.api.patient.DeviceEvent.DeviceRegistered;
import carequeue.api.patient.DeviceEvent.DeviceRemoved;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.patient.PatientEvent.PreferencesChanged;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.patient.PushDevices;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A patient has several devices, each of which can go without the others; the last one's end by the patient is their no. */
class DevicesTest {

    private static final Demographics ANN =
            new Demographics(null, Phi.of("Ann"), Phi.of("Lee"), null, null, null, null);
    private static final PatientRegistered REGISTERED = new PatientRegistered("p1", "main", ANN);
    private static final Preferences YES = Preferences.NONE.with(MessageChannel.PUSH, Consent.GIVEN);
    private static final Preferences NO = Preferences.NONE.with(MessageChannel.PUSH, Consent.WITHDRAWN);
    private static final DeviceRegistered FIRST = device("first");
    private static final PreferencesChanged ALLOWED = new PreferencesChanged("p1", YES, "device");

    private static FixtureConfiguration<Patient> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneOffset.UTC,
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Patient.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneOffset.UTC));
    }

    private static DeviceRegistered device(String push) {
        return new DeviceRegistered("p1", PushDevices.id("p1", push), Phi.of(push));
    }

    @Test
    void registeringIsAYesAndRemovingANo() {
        clinic().given(REGISTERED)
                .when(new RegisterDevice("p1", Phi.of("first")))
                .expectEvents(FIRST, ALLOWED);
        clinic().given(REGISTERED, FIRST, ALLOWED)
                .when(new RegisterDevice("p1", Phi.of("first")))
                .expectNoEvents();
        clinic().given(REGISTERED, FIRST, ALLOWED)
                .when(new RemoveDevice("p1", null))
                .expectEvents(
                        new DeviceRemoved("p1", FIRST.deviceId(), "patient"),
                        new PreferencesChanged("p1", NO, "device"));
        clinic().given(REGISTERED).when(new RemoveDevice("p1", null)).expectNoEvents();
    }

    private static Contact contact(String... devices) {
        return new Contact("p1", YES, null, null, devices.length == 0 ? null : Phi.of(String.join("\n", devices)));
    }

    @Test
    void severalDevicesAreWrittenToAndEachCanGo() {
        DeviceRegistered second = device("second");
        clinic().given(REGISTERED, FIRST, ALLOWED, second)
                .when(new AskContact("p1"))
                .expectResultMessagePayload(contact("first", "second"));
        clinic().given(REGISTERED, FIRST, ALLOWED, second)
                .when(new RemoveDevice("p1", FIRST.deviceId()))
                .expectEvents(new DeviceRemoved("p1", FIRST.deviceId(), "patient"));
        clinic().given(REGISTERED, FIRST, ALLOWED, second, new DeviceRemoved("p1", FIRST.deviceId(), "patient"))
                .when(new AskContact("p1"))
                .expectResultMessagePayload(contact("second"));
        clinic().given(REGISTERED, FIRST, ALLOWED, second)
                .when(new RemoveDevice("p1", null))
                .expectEvents(
                        new DeviceRemoved("p1", FIRST.deviceId(), "patient"),
                        new DeviceRemoved("p1", second.deviceId(), "patient"),
                        new PreferencesChanged("p1", NO, "device"));
        clinic().given(REGISTERED, FIRST, ALLOWED)
                .when(new RemoveDevice("p1", second.deviceId()))
                .expectNoEvents();
    }

    @Test
    void oneThatHasGoneIsForgottenWithoutANo() {
        clinic().given(REGISTERED, FIRST, ALLOWED)
                .when(new ExpireDevice("p1", FIRST.deviceId()))
                .expectEvents(new DeviceRemoved("p1", FIRST.deviceId(), "expired"));
        clinic().given(REGISTERED, FIRST, ALLOWED, new DeviceRemoved("p1", FIRST.deviceId(), "expired"))
                .when(new ExpireDevice("p1", FIRST.deviceId()))
                .expectNoEvents();
        clinic().given(REGISTERED, FIRST, ALLOWED, new DeviceRemoved("p1", FIRST.deviceId(), "expired"))
                .when(new AskContact("p1"))
                .expectResultMessagePayload(contact());
    }

    @Test
    void aBrowserWithNewKeysIsTheSameOneAndTheSixthTakesTheOldestsPlace() {
        String before = "{\"kind\":\"web\",\"endpoint\":\"https://push.example/1\",\"auth\":\"old\"}";
        String after = before.replace("old", "new");
        clinic().given(REGISTERED, device(before), ALLOWED)
                .when(new RegisterDevice("p1", Phi.of(after)))
                .expectEvents(device(after));
        clinic().given(REGISTERED, device(before), ALLOWED, device("other"), device(after))
                .when(new AskContact("p1"))
                .expectResultMessagePayload(contact("other", after));
        clinic().given(REGISTERED, FIRST, ALLOWED, device("2"), device("3"), device("4"), device("5"))
                .when(new RegisterDevice("p1", Phi.of("6")))
                .expectEvents(device("6"), new DeviceRemoved("p1", FIRST.deviceId(), "too-many"));
    }
}
