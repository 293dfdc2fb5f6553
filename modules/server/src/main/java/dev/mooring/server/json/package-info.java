/** JSON as the server writes it. */
package dev.mooring.server.json;
