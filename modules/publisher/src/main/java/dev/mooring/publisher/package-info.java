/**
 * Sends events and reference data: validated, in one form, idempotent, back-pressured, with a
 * receipt for each.
 *
 * <p>Begin with {@link dev.mooring.publisher.EventPublisher#open}.
 */
package dev.mooring.publisher;
