package org.hms.registry.territory;

/** The systems of identifiers and codes that the directory publishes. */
public final class DirectorySystems {

    private static final String IDS = "https://registry.hms.gov.py/id/";
    private static final String CODES = "https://registry.hms.gov.py/fhir/CodeSystem/";

    /** IHE's codes that tell facilities from jurisdictions. */
    public static final String MCSD_TYPE =
            "https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types";

    public static final String ISO_COUNTRY = "urn:iso:std:iso:3166";
    public static final String ISO_SUBDIVISION = "urn:iso:std:iso:3166:-2";
    public static final String INE_DEPARTMENT = IDS + "ine-department";
    public static final String INE_DISTRICT = IDS + "ine-district";
    public static final String LOCALITY = IDS + "locality";
    public static final String HEALTH_REGION = IDS + "health-region";
    public static final String NETWORK = IDS + "network";
    public static final String JURISDICTION_LEVEL = CODES + "jurisdiction-level";

    /** The ministry's code of eight digits: region, district, number. */
    public static final String MSPBS_ESTABLISHMENT = IDS + "mspbs-establishment";

    /** The code of the health information system: seven digits, a dot, eight digits. */
    public static final String HIS_ESTABLISHMENT = IDS + "his-establishment";

    /** The row ids of a list follow this. */
    public static final String LIST = IDS + "list/";

    public static final String FACILITY_TYPE = CODES + "facility-type";
    public static final String FACILITY_OWNERSHIP = CODES + "facility-ownership";

    public static final String LICENCE = IDS + "licence";
    public static final String SPECIALTY = CODES + "specialty";
    public static final String PRACTITIONER_ROLE = "http://terminology.hl7.org/CodeSystem/practitioner-role";

    private DirectorySystems() {}
}
