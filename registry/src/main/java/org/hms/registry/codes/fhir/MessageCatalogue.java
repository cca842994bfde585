package org.hms.registry.codes.fhir;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.issue.Message;
import org.jspecify.annotations.Nullable;

/**
 * HL7's catalogue of messages, as its own library ships it: English whole, Spanish where it has been translated. So every
 * sentence is the one that other FHIR software shows.
 */
final class MessageCatalogue {
    private static final Properties ENGLISH = load("Messages.properties");
    private static final Map<String, Properties> TRANSLATIONS = Map.of("es", load("Messages_es.properties"));

    private MessageCatalogue() {}

    static String text(Message message, @Nullable AcceptedLanguages languages) {
        var key = message.key();
        if (key == null) {
            return message.literal();
        }
        var pattern = pattern(key, languages);
        // Whole numbers and the like come as text, so that nothing is formatted by locale.
        return new MessageFormat(pattern, Locale.ROOT)
                .format(message.arguments().toArray())
                .strip();
    }

    private static String pattern(String key, @Nullable AcceptedLanguages languages) {
        if (languages != null) {
            for (var wish : languages.wishes()) {
                var translated = TRANSLATIONS.get(wish.tag().language());
                if (translated != null && wish.quality() > 0 && translated.containsKey(key)) {
                    return translated.getProperty(key);
                }
                if (wish.tag().language().equals("en")) {
                    break;
                }
            }
        }
        var pattern = ENGLISH.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("HL7's catalogue has no message " + key);
        }
        return pattern;
    }

    private static Properties load(String file) {
        var properties = new Properties();
        try (var in = MessageCatalogue.class.getResourceAsStream("/org/hl7/fhir/messages/" + file)) {
            if (in == null) {
                throw new IllegalStateException("HL7's catalogue of messages is not on the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
