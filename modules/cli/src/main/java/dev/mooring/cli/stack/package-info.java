/** The pipeline in this process: the development stack, and the topology on any cluster. */
package dev.mooring.cli.stack;
