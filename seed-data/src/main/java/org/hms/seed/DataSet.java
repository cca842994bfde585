package org.hms.seed;

/**
 * One file of data that ships: its name, where it lies beside {@link SeedData}, which version it is, under what terms it
 * may be used, how many rows it has without the header, and the SHA-256 of its bytes.
 */
public record DataSet(String name, String path, String version, String licence, int rows, String sha256) {}
