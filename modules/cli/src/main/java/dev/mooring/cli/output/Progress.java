package dev.mooring.cli.output;

import dev.mooring.replay.archive.ArchiveProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on standard error, one after the other; nothing where that is no terminal. */
public final class Progress implements ArchiveProgress, AutoCloseable {

  /** Below this, work is done before a progress bar is read. */
  private static final long LONG_WORK = 20_000;

  private final boolean shown;
  private ProgressBar bar;

  /** Shown or silent. */
  public Progress(boolean shown) {
    this.shown = shown;
  }

  @Override
  public void begins(String task, long total) {
    close();
    if (shown && total >= LONG_WORK) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
    }
  }

  @Override
  public void comesTo(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** Ends the last bar. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
