package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import java.time.Duration;
import java.util.Optional;

/**
 * What a promotion has done. Of one that went on where another had been stopped, counts and pause
 * are those of its own part.
 *
 * @param lane the shadow that it was
 * @param promotion its id
 * @param applicationId of the live lane from now on
 * @param upserts rows that were new or other
 * @param withdrawals rows that were withdrawn
 * @param letters dead letters that only the shadow had written
 * @param pause between the last row of the former lane and when the new one was running; empty when
 *     no instance runs it yet
 */
public record Promoted(
    Lane lane,
    String promotion,
    String applicationId,
    long upserts,
    long withdrawals,
    long letters,
    Optional<Duration> pause) {}
