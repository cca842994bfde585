package org.hms.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hms.registry.crossborder.Partner;
import org.hms.registry.notify.DeliverySettings;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.privacy.PrivacySettings;
import org.hms.registry.quality.QualitySettings;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.termwork.TermWorkSettings;
import org.hms.registry.upkeep.EndpointCheckSettings;

/** What differs between sites; every key is explained in {@code config/registry.yml}. */
public final class RegistryConfiguration extends Configuration {

    @NotNull
    private Path dataDirectory = Path.of("data");

    @NotNull
    private DatabaseSettings database = DatabaseSettings.EMBEDDED;

    @NotNull
    private Path matchModel = Path.of("config/match-model.yml");

    @Min(0)
    private int diskReserveMegabytes = 256;

    @Min(1_024)
    @Max(1 << 30)
    private int bodyLimitBytes = 1 << 20;

    @Min(1_024)
    @Max(1 << 30)
    private int terminologyBodyLimitBytes = 64 << 20;

    @Min(1)
    @Max(24 * 30)
    private int idempotencyHours = 24;

    @Valid
    @NotNull
    private Demo demo = Demo.NONE;

    private boolean openTerminology;
    private boolean openReconciliation;

    @NotNull
    private List<SourceSystem> sources = List.of();

    @NotNull
    private List<Partner> partners = List.of();

    @Valid
    @NotNull
    private Stewards stewardship = Stewards.USUAL;

    /** How stewards watch over each other: who moves more records needs another; some answers are asked for twice. */
    public record Stewards(
            @JsonProperty("approvalAbove") @Min(0) @Max(10_000)
            int approvalAbove,

            @JsonProperty("secondReviewShare") @DecimalMin("0") @DecimalMax("1")
            double secondReviewShare) {
        static final Stewards USUAL = new Stewards(5, 0.05);
    }

    @NotNull
    private Map<String, List<String>> authorities = Map.of();

    @NotNull
    private QualitySettings quality = QualitySettings.DEFAULT;

    @NotNull
    private PrivacySettings privacy = PrivacySettings.DEFAULT;

    @NotNull
    private DeliverySettings notifications = DeliverySettings.NOBODY;

    @NotNull
    private EndpointCheckSettings endpointChecks = EndpointCheckSettings.NEVER;

    @NotNull
    private TermWorkSettings terminology = TermWorkSettings.DEFAULT;

    /** A demonstration brings its own people and prints a token for each role; never for a site with real persons. */
    public record Demo(
            @JsonProperty("enabled") boolean enabled,
            @JsonProperty("people") int people,
            @JsonProperty("seed") long seed) {
        static final Demo NONE = new Demo(false, 0, 0);
    }

    @JsonProperty
    public Path getDataDirectory() {
        return dataDirectory;
    }

    @JsonProperty
    public void setDataDirectory(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    @JsonProperty
    public DatabaseSettings getDatabase() {
        return database;
    }

    @JsonProperty
    public void setDatabase(DatabaseSettings database) {
        this.database = database;
    }

    @JsonProperty
    public Path getMatchModel() {
        return matchModel;
    }

    @JsonProperty
    public void setMatchModel(Path matchModel) {
        this.matchModel = matchModel;
    }

    /** How much must be left on the data directory's disk for the registry to write. */
    @JsonProperty
    public int getDiskReserveMegabytes() {
        return diskReserveMegabytes;
    }

    @JsonProperty
    public void setDiskReserveMegabytes(int diskReserveMegabytes) {
        this.diskReserveMegabytes = diskReserveMegabytes;
    }

    long diskReserveBytes() {
        return diskReserveMegabytes * (1L << 20);
    }

    @JsonProperty
    public int getBodyLimitBytes() {
        return bodyLimitBytes;
    }

    @JsonProperty
    public void setBodyLimitBytes(int bodyLimitBytes) {
        this.bodyLimitBytes = bodyLimitBytes;
    }

    /** How long code systems, value sets and concept maps may be where they are stored. */
    @JsonProperty
    public int getTerminologyBodyLimitBytes() {
        return terminologyBodyLimitBytes;
    }

    @JsonProperty
    public void setTerminologyBodyLimitBytes(int terminologyBodyLimitBytes) {
        this.terminologyBodyLimitBytes = terminologyBodyLimitBytes;
    }

    /** How long the first answer to a request with an {@code Idempotency-Key} is given again. */
    @JsonProperty
    public int getIdempotencyHours() {
        return idempotencyHours;
    }

    @JsonProperty
    public void setIdempotencyHours(int idempotencyHours) {
        this.idempotencyHours = idempotencyHours;
    }

    /** Whether codes and words are asked about without a token. */
    @JsonProperty
    public boolean isOpenTerminology() {
        return openTerminology;
    }

    @JsonProperty
    public void setOpenTerminology(boolean openTerminology) {
        this.openTerminology = openTerminology;
    }

    @JsonProperty
    public boolean isOpenReconciliation() {
        return openReconciliation;
    }

    @JsonProperty
    public void setOpenReconciliation(boolean openReconciliation) {
        this.openReconciliation = openReconciliation;
    }

    @JsonProperty
    public Demo getDemo() {
        return demo;
    }

    @JsonProperty
    public void setDemo(Demo demo) {
        this.demo = demo;
    }

    @JsonProperty
    public Stewards getStewardship() {
        return stewardship;
    }

    @JsonProperty
    public void setStewardship(Stewards stewardship) {
        this.stewardship = stewardship;
    }

    @JsonProperty
    public List<SourceSystem> getSources() {
        return sources;
    }

    @JsonProperty
    public void setSources(List<SourceSystem> sources) {
        this.sources = List.copyOf(sources);
    }

    @JsonProperty
    public List<Partner> getPartners() {
        return partners;
    }

    @JsonProperty
    public void setPartners(List<Partner> partners) {
        this.partners = List.copyOf(partners);
    }

    @JsonProperty
    public Map<String, List<String>> getAuthorities() {
        return authorities;
    }

    @JsonProperty
    public void setAuthorities(Map<String, List<String>> authorities) {
        this.authorities = Map.copyOf(authorities);
    }

    @JsonProperty
    public QualitySettings getQuality() {
        return quality;
    }

    @JsonProperty
    public void setQuality(QualitySettings quality) {
        this.quality = quality;
    }

    @JsonProperty
    public PrivacySettings getPrivacy() {
        return privacy;
    }

    @JsonProperty
    public void setPrivacy(PrivacySettings privacy) {
        this.privacy = privacy;
    }

    @JsonProperty
    public EndpointCheckSettings getEndpointChecks() {
        return endpointChecks;
    }

    @JsonProperty
    public void setEndpointChecks(EndpointCheckSettings endpointChecks) {
        this.endpointChecks = endpointChecks;
    }

    @JsonProperty
    public DeliverySettings getNotifications() {
        return notifications;
    }

    @JsonProperty
    public void setNotifications(DeliverySettings notifications) {
        this.notifications = notifications;
    }

    @JsonProperty
    public TermWorkSettings getTerminology() {
        return terminology;
    }

    @JsonProperty
    public void setTerminology(TermWorkSettings terminology) {
        this.terminology = terminology;
    }
}
