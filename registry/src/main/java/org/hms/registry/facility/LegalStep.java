package org.hms.registry.facility;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that the law asks of a facility before it may work, and for how long it holds.
 *
 * @param until the last day on which it holds; absent where it has no term
 */
public record LegalStep(
        Kind kind,
        @Nullable String number,
        LocalDate from,
        @Nullable LocalDate until) {

    /** The steps in the order in which they are taken. */
    public enum Kind {
        HABILITACION("Habilitación"),
        /** Renewed each year. */
        REGISTRO("Registro"),
        CATEGORIZACION("Categorización"),
        ACREDITACION("Acreditación");

        private final String display;

        Kind(String display) {
            this.display = display;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String display() {
            return display;
        }

        public static Optional<Kind> find(@Nullable String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    public LegalStep {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A legal step ends after it begins");
        }
    }
}
