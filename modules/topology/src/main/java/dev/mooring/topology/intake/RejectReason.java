package dev.mooring.topology.intake;

/** Why a record is no event. */
public enum RejectReason {
  /** The bytes are not what their schema says, or no schema is named. */
  UNDECODABLE,
  /** The registry knows no schema of that id or GUID. */
  UNKNOWN_SCHEMA,
  /** A field has a value that this version does not know: publish it again after the upgrade. */
  NEWER_SCHEMA,
  /** The event breaks rules of section 2 of the contract. */
  INVALID,
  /** The record's key is not its event's. */
  WRONG_KEY,
  /** The record lies in another partition than its key belongs to. */
  WRONG_PARTITION,
  /** It is dated more than 366 days after the record. */
  FAR_FUTURE
}
