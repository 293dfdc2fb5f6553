/**
 * HTTP over the view and the publisher: reads, publishing, live push, and the dashboard's files.
 *
 * <p>Begin with {@link dev.mooring.server.MooringServer#start}. Every route is declared once, in
 * {@link dev.mooring.server.Routes}; the router and {@code /openapi.json} both come from there.
 */
package dev.mooring.server;
