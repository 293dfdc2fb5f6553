package dev.mooring.cli.doctor;

import java.util.List;

/** Whether this Java is new enough. */
record JavaVersion(Runtime.Version version) implements Check {

  private static final int LEAST = 21;

  @Override
  public String name() {
    return "java";
  }

  @Override
  public String advice() {
    return "install Java 21 or newer, and set JAVA_HOME";
  }

  @Override
  public List<Finding> look() {
    String what = "Java " + version;
    return List.of(
        version.feature() >= LEAST
            ? Finding.ok(name(), what)
            : Finding.failed(name(), what, advice()));
  }
}
