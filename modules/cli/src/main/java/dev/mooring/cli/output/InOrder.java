package dev.mooring.cli.output;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on the parts of something by all processors, of which the results come in their order. */
final class InOrder {

  private InOrder() {}

  /** Holds no more results than keep the processors busy. A single part starts no thread. */
  static <P, T> void map(Iterator<P> parts, Function<P, T> work, Consumer<T> to) {
    P first = parts.next();
    if (!parts.hasNext()) {
      to.accept(work.apply(first));
      return;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<CompletableFuture<T>> ahead = new ArrayDeque<>();
      ahead.add(CompletableFuture.supplyAsync(() -> work.apply(first), pool));
      while (!ahead.isEmpty()) {
        while (parts.hasNext() && ahead.size() < 2 * threads) {
          P part = parts.next();
          ahead.add(CompletableFuture.supplyAsync(() -> work.apply(part), pool));
        }
        to.accept(result(ahead.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
