/** The publishing library: validated, idempotent, back-pressured. */
package dev.mooring.publisher;
