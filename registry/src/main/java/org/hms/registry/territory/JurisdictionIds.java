package org.hms.registry.territory;

import org.jspecify.annotations.Nullable;

/** The ids of the jurisdictions, made from the codes everyone in the country uses. */
public final class JurisdictionIds {

    public static final String COUNTRY = "py";

    private JurisdictionIds() {}

    public static String department(String ineCode) {
        return "py-dep-" + ineCode;
    }

    public static String district(String ineCode) {
        return "py-dis-" + ineCode;
    }

    public static String locality(String ineDistrict, String number) {
        return "py-loc-" + ineDistrict + number;
    }

    public static String healthRegion(String code) {
        return "py-rs-" + code;
    }

    public static String network(String code) {
        return "py-net-" + code;
    }

    /** The id of what is added to the country under a code of its level. */
    public static String of(JurisdictionLevel level, String code) {
        return switch (level) {
            case COUNTRY -> COUNTRY;
            case HEALTH_REGION -> healthRegion(code);
            case NETWORK -> network(code);
            case DEPARTMENT -> department(code);
            case DISTRICT -> district(code);
            case LOCALITY -> locality("", code);
        };
    }

    /** The code that an id was made from; absent where there is no id. */
    public static @Nullable String codeOf(@Nullable String id) {
        return id == null ? null : id.substring(id.lastIndexOf('-') + 1);
    }
}
