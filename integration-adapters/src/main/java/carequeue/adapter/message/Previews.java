package carequeue.adapter.message;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.springframework.stereotype.Component;

/** Messages as patients would get them from a site, with made-up values: the same words by the same code as those that go out. */
@Component
class Previews {

    private static final Map<String, String> MADE_UP = Map.of(
            "ticket", "A-001", "place", "3", "minutes", "20", "room", "Room 3", "date", "2027-01-15", "time", "10:00");

    private final List<Way> ways;
    private final Looks looks;
    private final Sites sites;
    private final PublicAddress ours;

    Previews(List<Way> ways, Looks looks, Sites sites, PublicAddress ours) {
        this.ways = ways;
        this.looks = looks;
        this.sites = sites;
        this.ours = ours;
    }

    /** The template of that name. */
    static MessageTemplate template(String name) {
        return Arrays.stream(MessageTemplate.values())
                .filter(template -> template.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("template", name));
    }

    /** English unless Spanish is asked for. */
    static Locale language(String language) {
        return "es".equals(language) ? new Locale("es") : Locale.ENGLISH;
    }

    /** The site named, or the first that somebody may see. */
    Site site(String siteId, Actor actor) {
        return sites.all().stream()
                .filter(site -> actor.mayEnter(site.siteId()))
                .filter(site -> siteId == null || site.siteId().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("site", siteId == null ? "" : siteId));
    }

    /** A message of a site by one way, as it goes out now. */
    Worded of(MessageTemplate template, int version, MessageChannel way, Locale language, Site site) {
        return words(
                way,
                new Wording(
                        template,
                        version,
                        language,
                        looks.now(site),
                        MADE_UP,
                        ours.of("/l/example").toString(),
                        ours.of("/webhooks/email/unsubscribe/example").toString()));
    }

    /** Any message by one way; {@link Refused.NotFound} where that version has no words. */
    Worded words(MessageChannel channel, Wording wording) {
        try {
            return ways.stream()
                    .filter(way -> way.channel() == channel)
                    .findFirst()
                    .orElseThrow()
                    .words(wording);
        } catch (MissingResourceException e) {
            throw new Refused.NotFound("template", wording.template() + "/" + wording.version());
        }
    }
}
