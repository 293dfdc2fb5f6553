package dev.mooring.cli.command;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.Topics;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a dead letter: where it lies in its topic. */
final class LetterName implements ITypeConverter<LogPlace> {

  @Override
  public LogPlace convert(String text) {
    return LogPlace.parse(Topics.REJECTED.name(), text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' should be PARTITION:OFFSET, such as 0:17; `mooring rejected list` names the letters"
                        .formatted(text)));
  }
}
