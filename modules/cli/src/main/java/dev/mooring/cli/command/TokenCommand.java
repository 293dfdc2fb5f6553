package dev.mooring.cli.command;

import dev.mooring.server.Role;
import dev.mooring.server.Token;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new bearer token. It is shown once; the server is told its hash only. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Makes a bearer token for the HTTP server.",
    footer = {
      "",
      "The token goes to standard output, and is kept nowhere. What the server is told goes to",
      "standard error: the token's hash, for the setting http.tokens.",
      "",
      "Examples:",
      "  mooring token alice",
      "  mooring token feed --role publish"
    })
public final class TokenCommand implements Callable<Integer> {

  private static final int BYTES = 32;

  @Parameters(index = "0", paramLabel = "NAME", description = "Whose it is.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "read",
      description = "read or publish; publish may read, too. Default: ${DEFAULT-VALUE}.")
  private String role;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Role allowed = role();
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Token token = new Token(name, allowed, Token.hash(secret));
    spec.commandLine().getOut().println(secret);
    spec.commandLine()
        .getErr()
        .printf(
            "http.tokens=%s:%s:%s%n",
            token.name(), allowed.name().toLowerCase(Locale.ROOT), token.sha256());
    return 0;
  }

  private Role role() {
    try {
      return Role.valueOf(role.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException other) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "--role: '" + role + "', should be read or publish", other);
    }
  }
}
