package org.hms.registry.territory;

/** What became of the entries that were loaded. */
public record LoadReport(int created, int changed, int unchanged) {

    public static final LoadReport NOTHING = new LoadReport(0, 0, 0);

    public LoadReport plus(LoadReport other) {
        return new LoadReport(created + other.created, changed + other.changed, unchanged + other.unchanged);
    }

    public int total() {
        return created + changed + unchanged;
    }
}
