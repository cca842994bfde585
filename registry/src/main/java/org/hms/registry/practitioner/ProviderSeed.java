package org.hms.registry.practitioner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.matching.person.Sex;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.DirectoryType;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;
import org.hms.seed.SpecialtyRow;
import org.hms.seed.providers.SyntheticPractitioner;
import org.hms.seed.providers.SyntheticProviders;
import org.hms.seed.providers.SyntheticRole;
import org.jspecify.annotations.Nullable;

/** The invented professionals that ship, with roles at the facilities that ship. */
public final class ProviderSeed {

    private static final long SEED = 2026;
    private static final String LIST = "synthetic-providers";

    /** Dentistry, psychology and social work: no code of HL7's list of roles is theirs. */
    private static final Set<String> NOT_PHYSICIANS = Set.of("113", "114", "116");

    private static final DirectoryType PHYSICIAN =
            new DirectoryType(DirectorySystems.PRACTITIONER_ROLE, "doctor", "Doctor");

    private final Map<String, String> specialties;

    ProviderSeed(List<SpecialtyRow> specialties) {
        this.specialties = specialties.stream().collect(Collectors.toMap(SpecialtyRow::code, SpecialtyRow::name));
    }

    public static List<Practitioner> practitioners() {
        var seed = new ProviderSeed(SeedData.specialties());
        return SyntheticProviders.of(SEED).stream().map(seed::practitioner).toList();
    }

    public static List<PractitionerRole> roles() {
        var seed = new ProviderSeed(SeedData.specialties());
        return SyntheticProviders.of(SEED).stream()
                .flatMap(invented -> invented.roles().stream().map(role -> seed.role(invented, role)))
                .toList();
    }

    Practitioner practitioner(SyntheticPractitioner invented) {
        var licence = invented.licence();
        return new Practitioner(
                idOf(invented),
                new ProviderSource(LIST, invented.id(), true),
                new PractitionerName(invented.name().given(), invented.name().family()),
                sex(invented.sex()),
                List.of(new Licence(
                        licence.number(), specialty(invented.specialtyCode()), licence.validFrom(), licence.validTo())),
                invented.languages());
    }

    PractitionerRole role(SyntheticPractitioner invented, SyntheticRole role) {
        var facility = role.facilitySeedId();
        return new PractitionerRole(
                DirectoryIds.of(
                        PractitionerRole.ID_PREFIX, LIST, invented.id() + "/" + facility + "/" + role.specialtyCode()),
                idOf(invented),
                FacilitySeed.idOf(FacilityList.valueOf(facility.substring(0, 1)), facility),
                roleFor(role.specialtyCode()),
                specialty(role.specialtyCode()),
                role.since(),
                role.until());
    }

    private static String idOf(SyntheticPractitioner invented) {
        return DirectoryIds.of(Practitioner.ID_PREFIX, LIST, invented.id());
    }

    private static @Nullable DirectoryType roleFor(String specialty) {
        return NOT_PHYSICIANS.contains(specialty) ? null : PHYSICIAN;
    }

    private DirectoryType specialty(String code) {
        var display = specialties.get(code);
        if (display == null) {
            throw new IllegalArgumentException("There is no specialty " + code);
        }
        return new DirectoryType(DirectorySystems.SPECIALTY, code, display);
    }

    private static Sex sex(String code) {
        return switch (code) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            default -> Sex.UNKNOWN;
        };
    }
}
