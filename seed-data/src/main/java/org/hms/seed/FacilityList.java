package org.hms.seed;

/** The three lists of facilities that ship; they overlap, and reconciling them is the stewards' work. */
public enum FacilityList {
    /** Open data of 2014–16: the hospitals, with coordinates. */
    A("facilities-a"),
    /** The ministry's code list of 2023: codes and names. */
    B("facilities-b"),
    /** The service list of the health region San Pedro. */
    C("facilities-c");

    private final String dataSet;

    FacilityList(String dataSet) {
        this.dataSet = dataSet;
    }

    /** The name of the list's data set. */
    public String dataSet() {
        return dataSet;
    }
}
