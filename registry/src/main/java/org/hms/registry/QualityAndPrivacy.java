package org.hms.registry;

import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hms.registry.patient.PersonMarks;
import org.hms.registry.privacy.Rectifications;
import org.hms.registry.privacy.Retention;
import org.hms.registry.privacy.RetentionSettings;
import org.hms.registry.privacy.store.JdbiAccessReports;
import org.hms.registry.privacy.store.JdbiObjections;
import org.hms.registry.privacy.store.JdbiRectificationStore;
import org.hms.registry.privacy.store.JdbiRetentionStore;
import org.hms.registry.privacy.web.AccessReportResource;
import org.hms.registry.privacy.web.ObjectionResource;
import org.hms.registry.privacy.web.PersonRectificationResource;
import org.hms.registry.privacy.web.RectificationResource;
import org.hms.registry.quality.store.JdbiPersonMarks;
import org.hms.registry.quality.store.JdbiProvisionalList;
import org.hms.registry.quality.store.JdbiQualityStore;
import org.hms.registry.quality.store.QualityBackfill;
import org.hms.registry.quality.web.ProvisionalResource;
import org.hms.registry.quality.web.QualityResource;
import org.hms.registry.store.DataDirectory;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Data quality, provisional identities and the rights of persons put together, with what is done for them at night. */
final class QualityAndPrivacy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QualityAndPrivacy.class);

    private final Foundation foundation;
    private final RegistryConfiguration configuration;
    private final InstantSource clock;
    private final JdbiProvisionalList provisional;
    private final PersonMarks marks;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Nightly nightly;

    private QualityAndPrivacy(Foundation foundation, RegistryConfiguration configuration, InstantSource clock) {
        this.foundation = foundation;
        this.configuration = configuration;
        this.clock = clock;
        this.provisional =
                new JdbiProvisionalList(jdbi(), configuration.getQuality().term(), clock);
        this.marks = new JdbiPersonMarks(jdbi(), provisional);
        this.nightly = new Nightly(clock);
    }

    private Jdbi jdbi() {
        return foundation.database().jdbi();
    }

    /** Put together, and at work: it assesses what was there before, and goes on each night. */
    static QualityAndPrivacy started(Foundation foundation, RegistryConfiguration configuration, InstantSource clock) {
        var rights = new QualityAndPrivacy(foundation, configuration, clock);
        rights.start();
        return rights;
    }

    private void start() {
        var backfill = new QualityBackfill(jdbi(), foundation.findings());
        nightly.once("The assessment of older records", () -> backfill.run(stopped::get));
        nightly.eachNight("The sweep of provisional identities", this::sweepProvisional);
        nightly.eachNight("Retention", this::sweepRetention);
    }

    private void sweepProvisional() {
        int expired = provisional.sweep();
        if (expired > 0) {
            LOG.info("{} provisional identities have expired and wait in the work list", expired);
        }
    }

    private void sweepRetention() {
        var directory = DataDirectory.importFiles(foundation.dataDirectory());
        var outlived = new Retention(retention(), new JdbiRetentionStore(jdbi()), directory, foundation.audit(), clock)
                .sweep(false);
        if (!outlived.nothing()) {
            LOG.info(
                    "Retention: {} audit entries, {} files and {} texts removed",
                    outlived.auditEntries(),
                    outlived.importFiles(),
                    outlived.rectificationTexts());
        }
    }

    private RetentionSettings retention() {
        return configuration.getPrivacy().retention();
    }

    PersonMarks marks() {
        return marks;
    }

    List<Object> resources() {
        var audit = foundation.audit();
        var requests = new JdbiRectificationStore(jdbi());
        var term = Period.ofDays(configuration.getPrivacy().rectificationDays());
        var rectifications = new Rectifications(foundation.index(), requests, term, clock);
        return List.of(
                new QualityResource(
                        new JdbiQualityStore(jdbi()), configuration.getQuality().goal(), audit, clock),
                new ProvisionalResource(provisional, audit, clock),
                new AccessReportResource(foundation.index(), new JdbiAccessReports(jdbi()), audit, clock),
                new ObjectionResource(foundation.index(), new JdbiObjections(jdbi()), audit, clock),
                new PersonRectificationResource(rectifications, requests, audit, clock),
                new RectificationResource(rectifications, requests, audit, clock));
    }

    @Override
    public void close() {
        stopped.set(true);
        nightly.close();
    }
}
