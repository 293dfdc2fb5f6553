/**
 * What the commands are told: settings of Mooring and of its Kafka clients, where each value comes
 * from, and which of them are wrong.
 */
package dev.mooring.cli.settings;
