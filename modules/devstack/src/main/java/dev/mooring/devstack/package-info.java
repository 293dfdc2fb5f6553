/** A real embedded Kafka broker and a real schema registry, on disk. */
package dev.mooring.devstack;
