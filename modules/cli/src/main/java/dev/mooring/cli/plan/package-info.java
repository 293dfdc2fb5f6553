/**
 * What a cluster has, what it should have, and the steps from one to the other. Nothing here talks
 * to a cluster.
 */
package dev.mooring.cli.plan;
