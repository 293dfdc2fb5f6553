/**
 * The least that each role of Mooring must be allowed in Kafka. Nothing here talks to a cluster.
 */
package dev.mooring.cli.acl;
