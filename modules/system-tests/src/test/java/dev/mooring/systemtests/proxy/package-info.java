/** A proxy that lets happen on the wire what networks and brokers in trouble let happen. */
package dev.mooring.systemtests.proxy;
