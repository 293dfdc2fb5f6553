package dev.mooring.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, and gives their surroundings to those that ask for them. */
final class CommandFactory implements IFactory {

  private final IFactory plain = CommandLine.defaultFactory();
  private final Surroundings surroundings;

  CommandFactory(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      var constructor = type.getDeclaredConstructor(Surroundings.class);
      // What commands share is of no concern outside their package, so it isn't public there.
      constructor.setAccessible(true);
      return constructor.newInstance(surroundings);
    } catch (NoSuchMethodException needsNone) {
      return plain.create(type);
    }
  }
}
