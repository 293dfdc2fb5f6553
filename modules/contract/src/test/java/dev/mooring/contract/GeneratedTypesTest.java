package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.row.CityDaily;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeneratedTypesTest {

  private final ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();

  @AfterEach
  void restore() {
    ClassSecurityValidator.setGlobal(before);
  }

  @Test
  void shouldTrustTheGeneratedTypesBesideOthers() {
    ClassSecurityValidator.setGlobal(type -> type == String.class);

    GeneratedTypes.trust();

    ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
    assertThat(trusted.isTrusted(Event.class)).isTrue();
    assertThat(trusted.isTrusted(Status.class)).isTrue();
    assertThat(trusted.isTrusted(Bank.class)).isTrue();
    assertThat(trusted.isTrusted(CityDaily.class)).isTrue();
    assertThat(trusted.isTrusted(String.class)).isTrue();
    assertThat(trusted.isTrusted(ProcessBuilder.class)).isFalse();
    GeneratedTypes.trust();
    assertThat(ClassSecurityValidator.getGlobal()).isSameAs(trusted);
  }
}
