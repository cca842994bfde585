package org.hms.terminology.expand;

import java.util.Objects;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.valueset.ConceptReference;
import org.hms.terminology.valueset.ListedCode;
import org.jspecify.annotations.Nullable;

/**
 * A code that belongs to a value set: a concept of a code system with what the value set says of it, or a code of an
 * expansion whose system is not known.
 */
record Member(
        @Nullable CodeSystemContent content,
        int ordinal,
        @Nullable ConceptReference reference,
        @Nullable ListedCode listed) {

    /** By what one member is told from another. */
    record Key(String system, String version, String code) {}

    static Member of(CodeSystemContent content, int ordinal, @Nullable ConceptReference reference) {
        return new Member(content, ordinal, reference, null);
    }

    static Member of(ListedCode listed) {
        return new Member(null, -1, null, listed);
    }

    String system() {
        return content == null
                ? Objects.requireNonNull(listed).system()
                : content.header().url();
    }

    @Nullable
    String version() {
        return content == null
                ? Objects.requireNonNull(listed).version()
                : content.header().version();
    }

    String code() {
        return content == null ? Objects.requireNonNull(listed).code() : content.code(ordinal);
    }

    Key key(boolean byVersion) {
        return new Key(system(), byVersion ? Objects.requireNonNullElse(version(), "") : "", code());
    }
}
