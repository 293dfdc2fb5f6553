/**
 * Replaying history: what was known when, archives of the events, and proof that the rows are what
 * the events come to (section 8 of the contract).
 */
package dev.mooring.replay;
