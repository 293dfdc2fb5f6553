/** Publishing whole files: what was sent, what was rejected, and how far it got. */
package dev.mooring.cli.publish;
