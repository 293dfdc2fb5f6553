package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.replay.log.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a reading has come, with records a second and the time left. */
final class ReadingBar implements Progress, AutoCloseable {

  /** Less than that is read before anybody could look. */
  private static final long LONG_WORK_RECORDS = 50_000;

  private final String task;
  private final boolean shown;
  private ProgressBar bar;

  /** Of the events. */
  ReadingBar(Surroundings surroundings) {
    this(surroundings, "reading events");
  }

  /** Of something else. */
  ReadingBar(Surroundings surroundings, String task) {
    this.task = task;
    this.shown = surroundings.progress();
  }

  @Override
  public void read(long records, long total) {
    if (!shown || total < LONG_WORK_RECORDS) {
      return;
    }
    if (bar == null) {
      bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(total).showSpeed().build();
    }
    bar.stepTo(records);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
