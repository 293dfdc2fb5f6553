/**
 * Reference data: cities, banks and firms, as records, as files, and as what is known.
 *
 * <p>{@link dev.mooring.contract.reference.CityReference} answers which cities are known; {@link
 * dev.mooring.contract.reference.ReferenceData} reads files of cities or parties.
 */
package dev.mooring.contract.reference;
