/** The whole of Mooring, held against what it should be. There is nothing here but tests. */
package dev.mooring.systemtests;
