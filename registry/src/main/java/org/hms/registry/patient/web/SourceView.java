package org.hms.registry.patient.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.registry.patient.OwnedSystem;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.patient.SourceSystem.Status;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A source system as JSON. What may be left out: the owner, further systems and spellings, and the status of an active one. */
public record SourceView(
        @Nullable String id,
        @Nullable String name,
        @Nullable String owner,
        @Nullable Sector sector,
        @Nullable String identifierSystem,
        @Nullable List<OwnedSystem> systems,
        @Nullable Integer trustRank,
        @Nullable Status status) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SYSTEM = Pattern.compile("[\\x21-\\x7e&&[^|,\"<>\\\\^`{}]]{1,255}");
    private static final Pattern TYPE_CODE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final int MAX_NAME = 200;
    private static final int MAX_RANK = 98;
    private static final int MAX_SYSTEMS = 32;

    static SourceView of(SourceSystem source) {
        return new SourceView(
                source.id(),
                source.name(),
                source.owner(),
                source.sector(),
                source.identifierSystem(),
                source.systems(),
                source.trustRank(),
                source.status());
    }

    /** Refuses with 422 and every place that is wrong. */
    SourceSystem toSource(String path) {
        var faults = new ArrayList<Problem.Place>();
        require(faults, ID.matcher(path).matches(), "/id", "is 1 to 64 small letters, digits and dashes");
        require(faults, id == null || id.equals(path), "/id", "is the id in the URL, or left out");
        require(faults, isText(name), "/name", "is needed, of at most " + MAX_NAME + " characters");
        require(faults, owner == null || isText(owner), "/owner", "is text of at most " + MAX_NAME + " characters");
        require(faults, sector != null, "/sector", "is MSPBS, IPS, PRIVATE or FOREIGN");
        require(faults, isSystem(identifierSystem), "/identifierSystem", "is a URI of at most 255 characters");
        require(
                faults,
                trustRank != null && trustRank >= 1 && trustRank <= MAX_RANK,
                "/trustRank",
                "is a whole number from 1 to " + MAX_RANK);
        checkSystems(faults);
        if (!faults.isEmpty() || name == null || sector == null || identifierSystem == null || trustRank == null) {
            throw new ProblemException(Problem.of(422, "Unprocessable Content", "The source is against a rule")
                    .with(faults));
        }
        return new SourceSystem(path, name, sector, identifierSystem, trustRank, owner, systems, status);
    }

    private void checkSystems(List<Problem.Place> faults) {
        if (systems == null) {
            return;
        }
        require(faults, systems.size() <= MAX_SYSTEMS, "/systems", "has at most " + MAX_SYSTEMS + " entries");
        for (int i = 0; i < systems.size(); i++) {
            var owned = systems.get(i);
            var at = "/systems/" + i;
            if (owned == null) {
                require(faults, false, at, "is an identifier system");
                continue;
            }
            require(faults, isSystem(owned.system()), at + "/system", "is a URI of at most 255 characters");
            require(
                    faults,
                    owned.spellings().stream().allMatch(SourceView::isSystem)
                            && owned.spellings().size() <= MAX_SYSTEMS,
                    at + "/spellings",
                    "are URIs of at most 255 characters, at most " + MAX_SYSTEMS);
            require(
                    faults,
                    owned.typeCodes().stream()
                            .allMatch(code -> TYPE_CODE.matcher(code).matches()),
                    at + "/typeCodes",
                    "are codes of letters and digits");
        }
    }

    private static void require(List<Problem.Place> faults, boolean right, String pointer, String detail) {
        if (!right) {
            faults.add(new Problem.Place(pointer, detail));
        }
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_NAME;
    }

    private static boolean isSystem(@Nullable String system) {
        return system != null && SYSTEM.matcher(system).matches();
    }
}
