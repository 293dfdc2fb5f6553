package dev.mooring.systemtests.law;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the process of an instance has beyond the usual.
 *
 * @param before classes that go before this build's
 * @param environment variables
 */
record Launch(List<Path> before, Map<String, String> environment) {

  static final Launch USUAL = new Launch(List.of(), Map.of());

  static Launch of(NextBuild build) {
    return new Launch(List.of(build.classes()), Map.of());
  }

  static Launch in(Map<String, String> environment) {
    return new Launch(List.of(), environment);
  }
}
