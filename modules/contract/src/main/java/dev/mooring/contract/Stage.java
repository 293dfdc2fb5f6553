package dev.mooring.contract;

/** How far a bank and a firm have come. Reaching a stage implies the ones before it. */
public enum Stage {
  CONTACTED,
  APPLIED,
  APPROVED,
  OPENED,
  ACTIVATED
}
