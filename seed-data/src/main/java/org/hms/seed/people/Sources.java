package org.hms.seed.people;

/** The four sources that feed the synthetic population. */
public final class Sources {

    /** The health information system of the public services. */
    public static final String PUBLIC = "mspbs-his";

    /** The social security. */
    public static final String SOCIAL_SECURITY = "ips";

    /** A private network. */
    public static final String PRIVATE = "private-net";

    /** A hospital across the border, which knows people by their foreign documents. */
    public static final String BORDER = "border-hospital";

    private Sources() {}
}
