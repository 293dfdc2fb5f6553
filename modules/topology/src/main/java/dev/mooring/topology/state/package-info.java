/** What a task of the topology knows: on the heap, logged to a changelog once per commit. */
package dev.mooring.topology.state;
