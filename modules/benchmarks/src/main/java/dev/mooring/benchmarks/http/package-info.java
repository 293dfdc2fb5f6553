/**
 * Reads over HTTP beside a bare server of the same library: what Mooring's own handling costs. The
 * load comes from wrk, a tool of its own.
 */
package dev.mooring.benchmarks.http;
