package dev.mooring.registry;

import org.apache.kafka.common.KafkaException;

/**
 * A schema registry did not do what it was asked; the message names it, the subject and a way out.
 */
public abstract sealed class RegistryException extends KafkaException
    permits RegistryUnavailableException,
        RegistryAccessException,
        RegistryProtocolException,
        SchemaNotFoundException,
        IncompatibleSchemaException,
        InvalidSchemaException {

  private static final long serialVersionUID = 1L;

  RegistryException(String message) {
    super(message);
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
