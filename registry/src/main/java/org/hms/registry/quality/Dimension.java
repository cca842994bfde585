package org.hms.registry.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures are divided. */
public enum Dimension {
    SOURCE,
    FACILITY,
    DISTRICT,
    MONTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
