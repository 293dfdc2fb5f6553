package dev.mooring.cli.command;

import dev.mooring.contract.Lane;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lanes as options and parameters name them. */
final class LaneWords implements ITypeConverter<Lane> {

  @Override
  public Lane convert(String text) {
    try {
      return new Lane(text);
    } catch (IllegalArgumentException noLane) {
      throw new TypeConversionException("should be live, or a shadow such as shadow-1");
    }
  }
}
