package dev.mooring.server.stream;

import dev.mooring.view.EventsView;
import dev.mooring.view.Rejected;
import dev.mooring.view.RejectedLog;
import java.util.List;
import java.util.function.Consumer;

/** The dead letters that are remembered and open, and those to come. */
public interface Rejections {

  /** There are none. */
  Rejections NONE =
      new Rejections() {
        @Override
        public List<Rejected> latest() {
          return List.of();
        }

        @Override
        public EventsView.Subscription onRejected(Consumer<List<Rejected>> listener) {
          return () -> {};
        }
      };

  /** Those of a log. */
  static Rejections of(RejectedLog log) {
    return new Rejections() {
      @Override
      public List<Rejected> latest() {
        return log.latest();
      }

      @Override
      public EventsView.Subscription onRejected(Consumer<List<Rejected>> listener) {
        return log.onRejected(listener);
      }
    };
  }

  /** The latest ones, the last one first. */
  List<Rejected> latest();

  /** Tells of every one from now on, and once more, as mended, of one that was mended. */
  EventsView.Subscription onRejected(Consumer<List<Rejected>> listener);
}
