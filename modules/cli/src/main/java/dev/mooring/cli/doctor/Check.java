package dev.mooring.cli.doctor;

import java.util.List;

/** One thing that is looked at. */
interface Check {

  /** What is looked at, in a word. */
  String name();

  /** What to do when the look itself fails. */
  String advice();

  /** Looks; whatever it throws is told as a failure. */
  List<Finding> look() throws Exception;
}
