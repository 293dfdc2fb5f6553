package dev.mooring.cli.command;

import dev.mooring.cli.acl.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that name who does what, for their ACLs. */
final class AclOptions {

  private static final Pattern PRINCIPAL = Pattern.compile("[A-Za-z]+:.+");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--acls",
      description = "The ACLs that each role needs, and no more, instead of topics and schemas.")
  private boolean asked;

  @Option(
      names = "--principal-publisher",
      paramLabel = "TYPE:NAME",
      description = "Who publishes, such as User:feed.")
  private String publisher;

  @Option(
      names = "--principal-topology",
      paramLabel = "TYPE:NAME",
      description =
          "Who runs the topology. `mooring start` runs the HTTP server, too: name it as publisher"
              + " and reader as well.")
  private String topology;

  @Option(
      names = "--principal-reader",
      paramLabel = "TYPE:NAME",
      description = "Who reads events and rows.")
  private String reader;

  @Option(
      names = "--principal-administrator",
      paramLabel = "TYPE:NAME",
      description = "Who makes topics, replays, restores and publishes reference data.")
  private String administrator;

  boolean asked() {
    Map<Role, String> given = given();
    if (!asked && !given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--principal-*: is for ACLs; add --acls, or leave it out");
    }
    return asked;
  }

  /** Those that were named; {@code User:} and the role for all where none was. */
  Map<Role, String> orExamples() {
    Map<Role, String> given = given();
    if (given.isEmpty()) {
      for (Role role : Role.values()) {
        given.put(role, "User:" + role);
      }
    }
    return given;
  }

  /** Those that were named: nobody is allowed anything under a name that was made up. */
  Map<Role, String> required() {
    Map<Role, String> given = given();
    if (given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--acls: name whom to allow what: --principal-publisher, --principal-topology,"
              + " --principal-reader, --principal-administrator");
    }
    return given;
  }

  private Map<Role, String> given() {
    Map<Role, String> given = new EnumMap<>(Role.class);
    put(given, Role.PUBLISHER, publisher);
    put(given, Role.TOPOLOGY, topology);
    put(given, Role.READER, reader);
    put(given, Role.ADMINISTRATOR, administrator);
    return given;
  }

  private void put(Map<Role, String> given, Role role, String principal) {
    if (principal == null) {
      return;
    }
    if (!PRINCIPAL.matcher(principal).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "--principal-%s: '%s' should be TYPE:NAME, such as User:%s"
              .formatted(role, principal, principal));
    }
    given.put(role, principal);
  }
}
