package org.hms.registry.job;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hms.registry.RegistryConfiguration;

/** Reads the configuration as the service does, for commands that run without it. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    static RegistryConfiguration read(Path file) {
        try {
            return new YamlConfigurationFactory<>(
                            RegistryConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                    .build(
                            new SubstitutingSourceProvider(
                                    new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)),
                            file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration cannot be read: " + file, e);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
