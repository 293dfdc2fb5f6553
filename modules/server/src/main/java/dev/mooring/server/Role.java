package dev.mooring.server;

/** What a caller may do. */
public enum Role {
  READ,
  /** To publish; who may publish may read too. */
  PUBLISH;

  /** Whether this role allows what another one allows. */
  boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
