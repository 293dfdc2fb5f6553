/**
 * What changes of schemas mean for records that are there, and for builds that are not upgraded.
 */
package dev.mooring.contract.schema;
