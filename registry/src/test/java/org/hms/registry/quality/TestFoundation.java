package org.hms.registry.quality;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;

/** The index without a web server, with the four sources of {@link RandomFeed}. */
public final class TestFoundation {

    public static final Path MODEL = Path.of("../config/match-model.yml");

    private TestFoundation() {}

    public static Foundation open(Path data, RegistryConfiguration configuration) {
        BootstrapLogging.bootstrap(Level.WARN);
        configuration.setDataDirectory(data);
        configuration.setMatchModel(MODEL);
        var foundation = Foundation.open(configuration);
        for (int i = 0; i < RandomFeed.SOURCES.size(); i++) {
            var id = RandomFeed.SOURCES.get(i);
            var sector = id.equals("ips") ? Sector.IPS : Sector.MSPBS;
            foundation.patients().put(new SourceSystem(id, id, sector, RandomFeed.systemOf(id), i + 1));
        }
        return foundation;
    }

    public static void forgetEveryone(Foundation foundation) {
        foundation.database().jdbi().useHandle(handle -> handle.execute("""
                TRUNCATE patient_record, patient_record_version, patient_identifier, evidence, decision, person,
                         golden_record, membership, lineage, review_task, record_quality, quality_cell,
                         provisional_notice, objection, rectification
                CASCADE
                """));
        foundation.follower().rebuild();
    }
}
