package org.hms.registry.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Writes one word and then waits to be killed. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var database = Database.open(DatabaseSettings.EMBEDDED, data);
        new InstanceProperties(database.jdbi()).put("last word", "kept");
        Files.createFile(data.resolve("written"));
        new CountDownLatch(1).await();
        database.close();
    }
}
