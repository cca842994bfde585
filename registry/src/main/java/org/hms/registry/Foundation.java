package org.hms.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hms.matching.PersonMatcher;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.score.MatchModel;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.patient.ActResolution;
import org.hms.registry.patient.BulkLoad;
import org.hms.registry.patient.EnterpriseIds;
import org.hms.registry.patient.EvidenceSearch;
import org.hms.registry.patient.GroupResolution;
import org.hms.registry.patient.IndexFollower;
import org.hms.registry.patient.Linkage;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Reclustering;
import org.hms.registry.patient.RecordIds;
import org.hms.registry.patient.RecordQuality;
import org.hms.registry.patient.Reresolution;
import org.hms.registry.patient.Resolver;
import org.hms.registry.patient.ReviewQueue;
import org.hms.registry.patient.Stewardship;
import org.hms.registry.patient.store.JdbiPatientStore;
import org.hms.registry.patient.store.JdbiPopulationStore;
import org.hms.registry.patient.store.JdbiReviewStore;
import org.hms.registry.patient.store.JdbiStewardStore;
import org.hms.registry.patient.store.PersonProjectionFill;
import org.hms.registry.quality.RecordAssessment;
import org.hms.registry.quality.store.QualityProjection;
import org.hms.registry.store.DataDirectory;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseTrouble;
import org.hms.registry.store.InstanceProperties;
import org.hms.rules.linkage.LinkagePolicy;
import org.hms.rules.quality.QualityPolicy;
import org.hms.rules.survivorship.Authorities;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.hms.seed.DistrictRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/**
 * The patient index put together without a web server: what the service and the maintenance commands have in common. Opened in
 * the order of the fields, closed in the opposite one.
 */
public final class Foundation implements AutoCloseable {

    private static final String RECORD_SECRET = "record-id-secret";

    private final DataDirectory directory;
    /** As fine as the database keeps it, so that a time is the same wherever it is written. */
    private static final InstantSource CLOCK = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private final Database database;
    private final InstanceProperties properties;
    private final JdbiChangeLog changes;
    private final JdbiAuditTrail audit;
    private final QualityProjection findings;
    private final JdbiPatientStore patients;
    private final CandidateIndex candidates;
    private final IndexFollower follower;
    private final Resolver resolver;
    private final PatientFeed feed;
    private final BulkLoad bulkLoad;
    private final Reresolution reresolution;
    private final PatientIndex index;
    private final RecordQuality quality;
    private final Stewardship stewardship;
    private final ReviewQueue reviews;

    private Foundation(RegistryConfiguration configuration, DataDirectory directory, Database database, Rules rules)
            throws IOException {
        this.directory = directory;
        this.database = database;
        this.properties = new InstanceProperties(database.jdbi());
        this.changes = new JdbiChangeLog(database.jdbi());
        this.audit = new JdbiAuditTrail(database.jdbi());
        var matcher = new PersonMatcher(MatchModel.read(configuration.getMatchModel()));
        var districts = SeedData.districts().stream().map(DistrictRow::ineCode).collect(Collectors.toUnmodifiableSet());
        this.findings = new QualityProjection(new RecordAssessment(matcher, districts::contains));
        this.patients = new JdbiPatientStore(database.jdbi(), findings);
        var linkage = new Linkage(matcher, rules.linkage());
        this.candidates = CandidateIndex.open(directory.path().resolve("index/patients"), matcher);
        this.follower = new IndexFollower(candidates, matcher, patients, changes);
        var eids = new EnterpriseIds();
        var reclustering = new Reclustering(patients, linkage, candidates, rules.survivorship(), eids::mint, CLOCK);
        var recordIds = new RecordIds(recordSecret());
        var evidenceSearch = new EvidenceSearch(linkage, candidates);
        this.resolver = new Resolver(
                new GroupResolution(patients, recordIds, evidenceSearch, reclustering, follower, CLOCK),
                DatabaseTrouble::affects);
        this.bulkLoad = bulkLoad(recordIds, linkage, reclustering, eids, CLOCK);
        this.reresolution = new Reresolution(patients, resolver, evidenceSearch, reclustering, CLOCK);
        var acts = new JdbiStewardStore(database.jdbi(), patients);
        var approvalAbove = configuration.getStewardship().approvalAbove();
        this.stewardship = new Stewardship(
                resolver,
                new ActResolution(patients, acts, reclustering, follower, linkage.model(), approvalAbove, CLOCK),
                acts);
        this.reviews = new ReviewQueue(
                new JdbiReviewStore(database.jdbi()),
                patients,
                stewardship,
                configuration.getStewardship().secondReviewShare(),
                new SecureRandom(),
                CLOCK);
        this.feed = new PatientFeed(resolver, recordIds);
        this.index = new PatientIndex(patients, linkage, candidates);
        this.quality = new RecordQuality(matcher, rules.quality(), CLOCK);
    }

    private BulkLoad bulkLoad(
            RecordIds recordIds, Linkage linkage, Reclustering reclustering, EnterpriseIds eids, InstantSource clock) {
        var population = new JdbiPopulationStore(database.jdbi(), patients);
        return new BulkLoad(patients, population, recordIds, linkage, reclustering, follower, eids::mint, clock);
    }

    /** The policies, whose rules take seconds to compile. */
    private record Rules(LinkagePolicy linkage, SurvivorshipPolicy survivorship, QualityPolicy quality) {}

    /** Claims the data directory, opens and migrates the database, and brings the index up to date. */
    public static Foundation open(RegistryConfiguration configuration) {
        var rules = CompletableFuture.supplyAsync(() -> new Rules(
                new LinkagePolicy(),
                new SurvivorshipPolicy(new Authorities(configuration.getAuthorities())),
                new QualityPolicy()));
        var directory = DataDirectory.claim(configuration.getDataDirectory());
        @Nullable Database database = null;
        try {
            database = Database.open(
                    configuration.getDatabase(), configuration.getDataDirectory(), configuration.diskReserveBytes());
            var foundation = new Foundation(configuration, directory, database, rules.join());
            foundation.start();
            return foundation;
        } catch (IOException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            directory.close();
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    /** From here on this process alone decides identity on the database, and the index answers for all of it. */
    private void start() {
        patients.claimIdentity();
        new PersonProjectionFill(database.jdbi(), properties).fillOnce();
        follower.catchUp();
        resolver.start();
    }

    private byte[] recordSecret() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return HexFormat.of()
                .parseHex(properties.getOrPut(RECORD_SECRET, HexFormat.of().formatHex(fresh)));
    }

    public Path dataDirectory() {
        return directory.path();
    }

    public Database database() {
        return database;
    }

    public InstanceProperties properties() {
        return properties;
    }

    public JdbiChangeLog changes() {
        return changes;
    }

    public JdbiAuditTrail audit() {
        return audit;
    }

    public JdbiPatientStore patients() {
        return patients;
    }

    /** Writes what records lack along with them. */
    QualityProjection findings() {
        return findings;
    }

    public PatientFeed feed() {
        return feed;
    }

    /** Takes in a whole population at once, while no service runs. */
    public BulkLoad bulkLoad() {
        return bulkLoad;
    }

    public Reresolution reresolution() {
        return reresolution;
    }

    public PatientIndex index() {
        return index;
    }

    public Stewardship stewardship() {
        return stewardship;
    }

    public ReviewQueue reviews() {
        return reviews;
    }

    public RecordQuality quality() {
        return quality;
    }

    public IndexFollower follower() {
        return follower;
    }

    @Override
    public void close() {
        try (directory;
                database;
                candidates;
                follower;
                resolver) {
            // closed in the opposite order: the resolver finishes first, the directory is freed last
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The candidate index did not close cleanly; it will be caught up or rebuilt", e);
        }
    }
}
