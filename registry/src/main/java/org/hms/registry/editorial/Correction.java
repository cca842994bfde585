package org.hms.registry.editorial;

import java.util.Objects;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.concept.MappingRelation;
import org.jspecify.annotations.Nullable;

/** What the reviewer of a mapping puts in the place of what was proposed: another code of the system, another relation, or both. */
public record Correction(@Nullable String code, @Nullable MappingRelation relation) {

    NewMapping of(Change proposed) {
        if (!(proposed instanceof NewMapping mapping)) {
            throw new Refused(Kind.INVALID, "Only a mapping is corrected with its review");
        }
        var corrected = new NewMapping(
                mapping.concept(),
                mapping.system(),
                Objects.requireNonNullElse(code, mapping.code()).strip(),
                Objects.requireNonNullElse(relation, mapping.relation()),
                mapping.source(),
                mapping.comment(),
                mapping.stated());
        if (corrected.equals(mapping)) {
            throw new Refused(Kind.INVALID, "A correction says something else than was proposed");
        }
        return corrected;
    }
}
