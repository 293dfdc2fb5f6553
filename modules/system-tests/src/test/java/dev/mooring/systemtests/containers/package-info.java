/** A cluster of containers, and what may happen to each: the deployment as users have it. */
package dev.mooring.systemtests.containers;
