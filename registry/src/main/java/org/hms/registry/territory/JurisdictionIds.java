package org.hms.registry.territory;

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
}
