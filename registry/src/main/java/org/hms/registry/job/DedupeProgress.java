package org.hms.registry.job;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.hms.matching.batch.Progress;
import org.jspecify.annotations.Nullable;

/** One progress bar after the other, a bar for each stage. */
final class DedupeProgress implements Progress, AutoCloseable {

    private final boolean shown;
    private @Nullable ProgressBar bar;

    DedupeProgress(boolean shown) {
        this.shown = shown;
    }

    @Override
    public synchronized void stage(String name, long steps) {
        close();
        bar = shown
                ? new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(steps)
                        .setUpdateIntervalMillis(500)
                        .build()
                : null;
    }

    @Override
    public synchronized void step(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
