package dev.mooring.server;

import dev.mooring.publisher.Receipt;
import java.util.concurrent.CompletableFuture;

/**
 * An event of a request.
 *
 * @param receipt what becomes of it; null when it was wrong, and was not sent on
 */
record SentEvent(Submission submission, CompletableFuture<Receipt> receipt) {}
