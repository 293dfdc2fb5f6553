/** From the bytes of a record to a fact, or to a rejection that says all that is wrong. */
package dev.mooring.topology.intake;
