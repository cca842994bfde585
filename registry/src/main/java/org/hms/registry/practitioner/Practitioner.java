package org.hms.registry.practitioner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hms.matching.person.Sex;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectorySystems;

/**
 * A health professional with licences and the languages they speak, by tag (BCP 47).
 *
 * @param numbers other numbers they are known by
 * @param retired whether they practise no more
 */
public record Practitioner(
        String id,
        ProviderSource source,
        PractitionerName name,
        Sex sex,
        List<Licence> licences,
        List<String> languages,
        List<DirectoryIdentifier> numbers,
        boolean retired)
        implements DirectoryEntry {

    /** Ids of professionals begin with this. */
    public static final String ID_PREFIX = "p";

    public Practitioner {
        licences = List.copyOf(licences);
        languages = List.copyOf(languages);
        numbers = List.copyOf(Objects.requireNonNullElse(numbers, List.of()));
    }

    /** One who practises and has no other numbers than licences. */
    public Practitioner(
            String id,
            ProviderSource source,
            PractitionerName name,
            Sex sex,
            List<Licence> licences,
            List<String> languages) {
        this(id, source, name, sex, licences, languages, List.of(), false);
    }

    @Override
    public boolean active() {
        return !retired;
    }

    @Override
    public List<DirectoryIdentifier> identifiers() {
        var identifiers = new ArrayList<DirectoryIdentifier>();
        licences.forEach(
                licence -> identifiers.add(new DirectoryIdentifier(DirectorySystems.LICENCE, licence.number())));
        identifiers.addAll(numbers);
        identifiers.add(new DirectoryIdentifier(DirectorySystems.LIST + source.list(), source.row()));
        return identifiers;
    }

    @Override
    public List<DirectoryName> names() {
        return name.searched();
    }
}
