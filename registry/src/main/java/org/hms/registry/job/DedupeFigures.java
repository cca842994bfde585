package org.hms.registry.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hms.matching.batch.DedupeReport;

/**
 * What a deduplication did and what it cost.
 *
 * @param peakHeapMegabytes the sum of the heap pools' peaks, an upper bound
 * @param peakMemoryMegabytes the process's largest resident memory; 0 where the system does not tell
 */
record DedupeFigures(
        DedupeReport report,
        Map<String, Double> seconds,
        long peakHeapMegabytes,
        long peakMemoryMegabytes,
        int processors) {

    private static final Path STATUS = Path.of("/proc/self/status");

    static DedupeFigures of(DedupeReport report, Map<String, Double> seconds) {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new DedupeFigures(
                report, seconds, heap >> 20, resident(), Runtime.getRuntime().availableProcessors());
    }

    private static long resident() {
        try {
            return Files.isReadable(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
