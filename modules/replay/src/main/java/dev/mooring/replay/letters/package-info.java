/**
 * Dead letters: what can be read of them, and how they are mended. A mended record keeps its
 * event's id, so that it counts once however often it is mended.
 */
package dev.mooring.replay.letters;
