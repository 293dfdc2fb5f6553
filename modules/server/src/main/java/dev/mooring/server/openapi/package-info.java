/** JSON schemas of what the server takes and gives. */
package dev.mooring.server.openapi;
