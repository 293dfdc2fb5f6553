package dev.mooring.devstack;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The main class of the registry's process. It runs the server and ends when its standard input
 * does: the pipe closes with the process that started this one, even one that was killed.
 *
 * <p>It is started so that it ignores the signals by which people and services stop programs:
 * {@link RegistryCommand}.
 */
final class RegistryChild {

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOCK_INTERVAL = Duration.ofMillis(50);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);
  private static final int IN_USE = 75;

  private RegistryChild() {}

  /** Arguments: the data directory, the server's main class. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(RegistryChild::endWithParent);
    Optional<DirectoryLock> lock = awaitLock(Path.of(args[0]));
    if (lock.isEmpty()) {
      System.err.println("another registry uses the data directory " + args[0]);
      System.exit(IN_USE);
    }
    try {
      Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      Reference.reachabilityFence(lock); // a collected channel would let go of the lock
    }
  }

  /** Waits a little: the registry of a parent that was killed just now may still be stopping. */
  private static Optional<DirectoryLock> awaitLock(Path directory) {
    long deadline = System.nanoTime() + LOCK_PATIENCE.toNanos();
    Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(directory, "registry.lock");
    while (lock.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOCK_INTERVAL.toNanos());
      lock = DirectoryLock.tryAcquire(directory, "registry.lock");
    }
    return lock;
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // the parent writes nothing; only the end of the pipe matters
      }
    } catch (IOException e) {
      System.err.println("lost the pipe to the parent: " + e);
    }
    Thread.ofPlatform().daemon().name("stop-limit").start(RegistryChild::haltIfStuck);
    System.exit(0);
  }

  private static void haltIfStuck() {
    LockSupport.parkNanos(STOP_PATIENCE.toNanos());
    Runtime.getRuntime().halt(1);
  }
}
