package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says: text for people, or one JSON value for programs. */
public final class Output {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print one JSON value instead of text.")
    private boolean json;

    void print(Object value, String text) {
        var out = spec.commandLine().getOut();
        try {
            out.println(json ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This answer has no JSON form", e);
        }
        out.flush();
    }
}
