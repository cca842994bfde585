package org.hms.registry.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the truth lives. An empty {@code url} means the embedded server under {@code dataDirectory}; otherwise a JDBC URL
 * of a PostgreSQL server, whose password is given as text or as the path of a file that holds it.
 */
public record DatabaseSettings(
        @JsonProperty("url") String url,
        @JsonProperty("user") String user,
        @JsonProperty("password") String password,
        @JsonProperty("passwordFile") String passwordFile,
        @JsonProperty("poolSize") int poolSize) {

    public static final DatabaseSettings EMBEDDED = new DatabaseSettings("", "", "", "", 0);

    private static final int DEFAULT_POOL = 16;

    public DatabaseSettings {
        url = url == null ? "" : url;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        passwordFile = passwordFile == null ? "" : passwordFile;
        poolSize = poolSize <= 0 ? DEFAULT_POOL : poolSize;
    }

    public boolean embedded() {
        return url.isBlank();
    }

    String secret() {
        if (passwordFile.isBlank()) {
            return password;
        }
        try {
            return Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The database password file cannot be read: " + passwordFile, e);
        }
    }
}
