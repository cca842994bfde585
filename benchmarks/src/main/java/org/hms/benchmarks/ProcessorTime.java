package org.hms.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What processes and all their children have taken of the processors. */
final class ProcessorTime {

    private ProcessorTime() {}

    static double millis(List<Long> processes) {
        return processes.stream()
                        .flatMap(process -> ProcessHandle.of(process).stream())
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .distinct()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e6;
    }
}
