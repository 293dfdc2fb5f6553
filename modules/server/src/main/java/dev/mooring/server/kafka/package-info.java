/** What the server shows and serves, from a real cluster. */
package dev.mooring.server.kafka;
