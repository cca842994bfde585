package org.hms.seed.providers;

import java.util.List;
import org.hms.seed.people.SyntheticName;

/**
 * An invented health professional.
 *
 * @param id stable for a seed, such as SP-0001
 * @param sex female or male
 * @param specialtyCode a code of the data set "specialties"
 * @param languages tags of the data set "languages"
 */
public record SyntheticPractitioner(
        String id,
        SyntheticName name,
        String sex,
        SyntheticLicence licence,
        String specialtyCode,
        List<String> languages,
        List<SyntheticRole> roles) {
    public SyntheticPractitioner {
        languages = List.copyOf(languages);
        roles = List.copyOf(roles);
    }
}
