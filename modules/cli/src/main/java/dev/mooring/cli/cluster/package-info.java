/** What commands do to a cluster beside reading and publishing: look for it, make its topics. */
package dev.mooring.cli.cluster;
