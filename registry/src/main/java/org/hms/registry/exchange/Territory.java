package org.hms.registry.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.NameFolding;
import org.jspecify.annotations.Nullable;

/** Finds the parts of the territory that lists name, by id, code or name. */
final class Territory {

    private final Map<String, Jurisdiction> byId = new HashMap<>();
    private final Map<String, Jurisdiction> byName = new HashMap<>();

    Territory(List<Jurisdiction> jurisdictions) {
        for (var area : jurisdictions) {
            if (area.level() != JurisdictionLevel.LOCALITY && area.active()) {
                byId.put(area.id(), area);
                // Two of one name and level are told apart by what they are part of alone.
                byName.merge(key(area.level(), null, area.name()), area, (one, other) -> one);
                byName.put(key(area.level(), area.parent(), area.name()), area);
            }
        }
        var seen = new HashMap<String, Integer>();
        byId.values().forEach(area -> seen.merge(key(area.level(), null, area.name()), 1, Integer::sum));
        seen.forEach((key, count) -> {
            if (count > 1) {
                byName.remove(key);
            }
        });
    }

    private static String key(JurisdictionLevel level, @Nullable String parent, String name) {
        return level + "|" + (parent == null ? "" : parent) + "|" + NameFolding.fold(name);
    }

    Optional<Jurisdiction> find(@Nullable String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** By our id, by INE's four digits, or by name, within a department where one is known. */
    Optional<Jurisdiction> district(@Nullable String code, @Nullable String name, @Nullable Jurisdiction department) {
        if (code != null) {
            return find(code)
                    .or(() -> find(JurisdictionIds.district(code)))
                    .filter(area -> area.level() == JurisdictionLevel.DISTRICT);
        }
        return named(JurisdictionLevel.DISTRICT, department, name);
    }

    Optional<Jurisdiction> department(@Nullable String codeOrName) {
        return codeOrName == null
                ? Optional.empty()
                : find(codeOrName)
                        .or(() -> find(JurisdictionIds.department(codeOrName)))
                        .filter(area -> area.level() == JurisdictionLevel.DEPARTMENT)
                        .or(() -> named(JurisdictionLevel.DEPARTMENT, null, codeOrName));
    }

    Optional<Jurisdiction> healthRegion(@Nullable String codeOrName) {
        if (codeOrName == null) {
            return Optional.empty();
        }
        var code = codeOrName.length() == 1 ? "0" + codeOrName : codeOrName;
        return find(codeOrName)
                .or(() -> find(JurisdictionIds.healthRegion(code)))
                .filter(area -> area.level() == JurisdictionLevel.HEALTH_REGION)
                .or(() -> named(JurisdictionLevel.HEALTH_REGION, null, codeOrName));
    }

    /** Any part of the territory that a row of a tree may be: within what stands above it, from the widest level down. */
    Optional<Jurisdiction> area(@Nullable String code, @Nullable String name, @Nullable Jurisdiction above) {
        var byCode = find(code).or(() -> code == null ? Optional.empty() : find(JurisdictionIds.district(code)));
        if (byCode.isPresent()) {
            return byCode;
        }
        for (var level : List.of(
                JurisdictionLevel.COUNTRY,
                JurisdictionLevel.HEALTH_REGION,
                JurisdictionLevel.DEPARTMENT,
                JurisdictionLevel.DISTRICT)) {
            if (above == null || above.level().ordinal() < level.ordinal()) {
                var found = named(
                        level, above != null && above.level() == JurisdictionLevel.DEPARTMENT ? above : null, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Jurisdiction> named(
            JurisdictionLevel level, @Nullable Jurisdiction within, @Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(byName.get(key(level, within == null ? null : within.id(), name)));
    }
}
