package carequeue.command.site;

import carequeue.api.Refused;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteEvent.*;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who works where, and who is away. */
class SignOnTest extends SiteRules {

    private static ProviderSignedOn on(String point, String who) {
        return new ProviderSignedOn("main", point, who, NOON);
    }

    @Test
    void aProviderSignsOnAndLeavesWhereTheyWere() {
        given().when(new SignOn("main", "lab-1", "dr-lee")).expectEvents(on("lab-1", "dr-lee"));
        given(on("lab-1", "dr-lee")).when(new SignOn("main", "lab-1", "dr-lee")).expectNoEvents();
        given(on("lab-1", "dr-lee"))
                .when(new SignOn("main", "lab-2", "dr-lee"))
                .expectEvents(new ProviderSignedOff("main", "lab-1", "dr-lee", NOON), on("lab-2", "dr-lee"));
    }

    @Test
    void aTakenPointAnUnknownPointAndAnUnknownProviderAreRefused() {
        given(on("lab-1", "dr-lee"))
                .when(new SignOn("main", "lab-1", "dr-roy"))
                .expectException(refused(Refused.WrongState.class, "dr-lee"));
        given().when(new SignOn("main", "lab-9", "dr-lee"))
                .expectException(refused(Refused.AgainstRule.class, "lab-1, lab-2"));
        SetUp listed = setUp("Main Street", List.of(new Provider("dr-roy", "Roy")));
        given(new SiteSetUp("main", 2, listed, NOON, NOON))
                .when(new SignOn("main", "lab-1", "dr-lee"))
                .expectException(refused(Refused.AgainstRule.class, "dr-roy"));
    }

    @Test
    void signingOffIsHarmlessUnlessSomebodyElseIsThere() {
        given(on("lab-1", "dr-lee"))
                .when(new SignOff("main", "lab-1", null))
                .expectEvents(new ProviderSignedOff("main", "lab-1", "dr-lee", NOON));
        given().when(new SignOff("main", "lab-1", "dr-lee")).expectNoEvents().expectSuccessfulHandlerExecution();
        given(on("lab-1", "dr-lee"))
                .when(new SignOff("main", "lab-1", "dr-roy"))
                .expectException(refused(Refused.WrongState.class, "dr-lee"));
    }

    @Test
    void whoIsAwayDoesNotSignOnUntilTheyAreBack() {
        ProviderUnavailable away = new ProviderUnavailable("main", "dr-lee", NOON, null, "ill", NOON);
        given().when(new ReportUnavailable("main", "dr-lee", null, null, "ill")).expectEvents(away);
        given(away)
                .when(new ReportUnavailable("main", "dr-lee", null, null, "ill"))
                .expectNoEvents();
        given(away)
                .when(new SignOn("main", "lab-1", "dr-lee"))
                .expectException(refused(Refused.WrongState.class, "unavailable"));
        given(away)
                .when(new ReportAvailable("main", "dr-lee"))
                .expectEvents(new ProviderAvailable("main", "dr-lee", NOON));
        given().when(new ReportAvailable("main", "dr-lee")).expectNoEvents();
        given().when(new ReportUnavailable("main", "dr-lee", TOMORROW, NOON, "ill"))
                .expectException(refused(Refused.BadField.class, "/until"));
    }
}
