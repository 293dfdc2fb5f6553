package dev.mooring.cli;

import dev.mooring.contract.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in words that name what was given, what would be right, and what may be meant. */
final class Misuse {

  private Misuse() {}

  static String inOneLine(ParameterException wrong) {
    return choice(wrong).or(() -> unknown(wrong)).orElseGet(() -> Failures.inOneLine(wrong));
  }

  /** A value of an option or parameter that takes one of some words. */
  private static Optional<String> choice(ParameterException wrong) {
    ArgSpec argument = wrong.getArgSpec();
    if (argument == null || wrong.getValue() == null || !argument.type().isEnum()) {
      return Optional.empty();
    }
    List<String> words = words(argument);
    return Optional.of(
        "%s: '%s' should be one of %s%s"
            .formatted(
                name(argument),
                wrong.getValue(),
                String.join(", ", words),
                Suggestions.didYouMean(wrong.getValue(), words)));
  }

  /** The words that an argument takes: those that it offers for completion, where it says so. */
  private static List<String> words(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
    }
    return Stream.of(argument.type().getEnumConstants()).map(Object::toString).toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** A command or an option that there isn't. */
  private static Optional<String> unknown(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    // What follows an unknown word may be right behind a right one.
    String first = unmatched.getUnmatched().getFirst();
    Collection<String> known = first.startsWith("-") ? options(command) : commands(command);
    return Optional.of(
        "%s does not know '%s'%s"
            .formatted(command.qualifiedName(), first, Suggestions.didYouMean(first, known)));
  }

  private static Collection<String> commands(CommandSpec command) {
    return command.subcommands().keySet();
  }

  private static Collection<String> options(CommandSpec command) {
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }
}
