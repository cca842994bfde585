package org.hms.matching.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which records are about one person, by numbers: millions of records, and no object for a pair of them. */
public final class Truth {
    private static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers;
    private final String[] ids;
    private final int[] person;
    /** The records of person p are members[offsets[p]] up to members[offsets[p + 1]]. */
    private final int[] offsets;

    private final int[] members;

    private Truth(Map<String, Integer> numbers, String[] ids, int[] person, int[] offsets, int[] members) {
        this.numbers = numbers;
        this.ids = ids;
        this.person = person;
        this.offsets = offsets;
        this.members = members;
    }

    /** @param personOf the person of each record, by record id */
    public static Truth of(Map<String, String> personOf) {
        int size = personOf.size();
        var numbers = HashMap.<String, Integer>newHashMap(size);
        var ids = new String[size];
        var person = new int[size];
        var persons = new HashMap<String, Integer>();
        int next = 0;
        for (var record : personOf.entrySet()) {
            numbers.put(record.getKey(), next);
            ids[next] = record.getKey();
            int fresh = persons.size();
            var known = persons.putIfAbsent(record.getValue(), fresh);
            person[next++] = known == null ? fresh : known;
        }
        var offsets = new int[persons.size() + 1];
        for (int one : person) {
            offsets[one + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        var members = new int[size];
        var at = offsets.clone();
        for (int record = 0; record < size; record++) {
            members[at[person[record]]++] = record;
        }
        return new Truth(numbers, ids, person, offsets, members);
    }

    public int records() {
        return ids.length;
    }

    public int persons() {
        return offsets.length - 1;
    }

    /** How many pairs of records are about one person. */
    public long pairs() {
        long pairs = 0;
        for (int p = 0; p < persons(); p++) {
            long size = offsets[p + 1] - (long) offsets[p];
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    /** The number of a record; below 0 when the truth does not name it. */
    public int find(String id) {
        return numbers.getOrDefault(id, UNKNOWN);
    }

    public String id(int record) {
        return ids[record];
    }

    public boolean same(int one, int other) {
        return person[one] == person[other];
    }

    /** The cluster of each record, numbered, of a partition that holds every record of the truth. */
    public int[] clusters(Map<String, String> clusterOf) {
        var known = new HashMap<String, Integer>();
        var clusters = new int[ids.length];
        for (int record = 0; record < ids.length; record++) {
            var cluster = clusterOf.get(ids[record]);
            if (cluster == null) {
                throw new IllegalArgumentException("A record of the truth is in no cluster of the partition");
            }
            int fresh = known.size();
            var number = known.putIfAbsent(cluster, fresh);
            clusters[record] = number == null ? fresh : number;
        }
        return clusters;
    }

    /** Two records. */
    @FunctionalInterface
    interface Pair {
        void of(int one, int other);
    }

    /** Shows each pair of records that are about one person. */
    void each(Pair seen) {
        for (int p = 0; p < persons(); p++) {
            for (int i = offsets[p]; i < offsets[p + 1]; i++) {
                for (int j = i + 1; j < offsets[p + 1]; j++) {
                    seen.of(members[i], members[j]);
                }
            }
        }
    }
}
