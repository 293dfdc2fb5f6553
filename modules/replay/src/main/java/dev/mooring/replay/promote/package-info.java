/**
 * Putting a shadow lane in the place of the live one (section 8 of the contract): {@link
 * dev.mooring.replay.promote.Promotion}.
 */
package dev.mooring.replay.promote;
