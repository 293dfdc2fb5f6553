package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class InMemoryViewTest extends ViewContract {

  private final InMemoryView view = new InMemoryView();

  @Override
  protected View view() {
    return view;
  }

  @Override
  protected void put(TopicSpec topic, String key, SpecificRecord row) {
    view.put(topic, key, row);
  }

  @Override
  protected Position published() {
    return view.publish().position();
  }

  @Test
  void shouldShowNothingBeforeItIsPublished() {
    putBank("dbs", "DBS");

    assertThat(names(view.snapshot())).isEmpty();
    assertThat(view.publish()).isSameAs(view.publish());
  }
}
