/** Whether one build may take the place of another, and how: by what each says of itself. */
package dev.mooring.topology.upgrade;
