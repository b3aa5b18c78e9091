package carequeue.adapter.email;

import carequeue.adapter.message.Look;
import carequeue.adapter.message.Worded;
import carequeue.adapter.message.Wording;
import carequeue.api.notification.MessageTemplate;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** How emails look: one frame in HTML and in plain text, in the colours and with the address of the site. */
public final class EmailTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    public EmailTemplates() {
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
    }

    /** Puts a message into words. */
    public Worded render(Wording asked) {
        EmailWords words = new EmailWords(asked.template(), asked.version(), asked.language());
        Map<String, String> named = named(asked);
        Context context = new Context(asked.language());
        Look look = asked.look();
        context.setVariable("language", asked.language().getLanguage());
        context.setVariable("subject", words.subject(named));
        context.setVariable("look", look);
        context.setVariable("sentences", words.sentences(named));
        context.setVariable("action", words.action());
        context.setVariable("link", asked.link());
        context.setVariable("foot", words.of("foot").replace("{site}", look.site()));
        context.setVariable("unsubscribe", words.of("unsubscribe"));
        context.setVariable("unsubscribeLink", asked.leave());
        return new Worded(
                words.subject(named), engine.process("email.txt", context), engine.process("email.html", context));
    }

    private static Map<String, String> named(Wording asked) {
        Map<String, String> named = new HashMap<>(asked.values());
        named.keySet().retainAll(asked.template().variables());
        named.put("site", asked.look().site());
        named.computeIfPresent("date", (name, date) -> Written.date(date, asked.language()));
        named.computeIfPresent("time", (name, time) -> Written.time(time, asked.language()));
        return named;
    }

    /** The page behind the link at the foot. */
    String unsubscribePage(Locale language, boolean done) {
        EmailWords words = new EmailWords(MessageTemplate.PLACED, 1, language);
        Context context = new Context(language);
        context.setVariable("language", language.getLanguage());
        context.setVariable("title", words.of("unsubscribe.title"));
        context.setVariable("said", words.of(done ? "unsubscribe.done" : "unsubscribe.ask"));
        context.setVariable("button", words.of("unsubscribe.button"));
        context.setVariable("done", done);
        return engine.process("unsubscribe.html", context);
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode, int order) {
        var resolver = new ClassLoaderTemplateResolver(EmailTemplates.class.getClassLoader());
        resolver.setPrefix("carequeue/adapter/email/");
        resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setOrder(order);
        return resolver;
    }
}
