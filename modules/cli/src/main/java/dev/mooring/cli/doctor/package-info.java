/** What `mooring doctor` looks at: one class a check, each with what to do about what it finds. */
package dev.mooring.cli.doctor;
