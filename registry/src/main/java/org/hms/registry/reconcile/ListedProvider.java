package org.hms.registry.reconcile;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.registry.practitioner.Licence;
import org.hms.registry.practitioner.Practitioner;
import org.jspecify.annotations.Nullable;

/**
 * A health professional as a row of a list, or the public register, describes one; what it does not say is absent.
 *
 * @param licences numbers under which the ministry registered them
 * @param specialties codes or names
 */
public record ListedProvider(@Nullable String id, String name, Set<String> licences, Set<String> specialties) {
    public ListedProvider {
        licences = Set.copyOf(licences);
        specialties = Set.copyOf(specialties);
    }

    /** A professional of the directory. */
    public static ListedProvider of(Practitioner practitioner) {
        var licences = practitioner.licences();
        var specialties = new HashSet<String>();
        for (var licence : licences) {
            specialties.add(licence.specialty().code());
            specialties.add(licence.specialty().display());
        }
        return new ListedProvider(
                practitioner.id(),
                practitioner.name().text(),
                licences.stream().map(Licence::number).collect(Collectors.toSet()),
                specialties);
    }
}
