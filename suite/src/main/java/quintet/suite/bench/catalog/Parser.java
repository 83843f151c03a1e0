package quintet.suite.bench.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;
import org.metafacture.biblio.iso2709.FieldHandler;
import quintet.sequential.SequentialCatalog;
import quintet.suite.bench.catalog.Answer.Tally;
import quintet.workloads.catalog.CatalogEntry;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;

/**
 * Libraries that read MARC, each used as its documentation shows, for speed where it shows that.
 */
public enum Parser {

  /** marc4j's {@link MarcStreamReader}: objects for every field and subfield. */
  MARC4J {
    @Override
    Answer run(Path file, Weight weight) throws IOException {
      var tally = new Tally();
      try (var in = Files.newInputStream(file)) {
        readMarc4j(in, weight, tally::addRecord);
      }
      return tally.answer();
    }
  },

  /**
   * metafacture-biblio: an event for every field and subfield, each with its decoded text. It takes
   * subfields to begin right behind the indicators, and in the few records with a stray character
   * there, as real ones have it, it misses one: its entries are counted, not compared.
   */
  METAFACTURE {
    @Override
    Answer run(Path file, Weight weight) throws IOException {
      var tally = new Tally();
      try (var records = new RawRecords(file)) {
        for (var bytes = records.next(); bytes != null; bytes = records.next()) {
          var record = new org.metafacture.biblio.iso2709.Record(bytes);
          record.setCharset(StandardCharsets.UTF_8);
          tally.addRecord(resultOf(record, weight));
        }
      }
      return tally.answer();
    }
  },

  /** Ours, in one thread. */
  QUINTET {
    @Override
    Answer run(Path file, Weight weight) throws IOException, InterruptedException {
      return Answer.of(new SequentialCatalog(), Job.of(List.of(Source.of(file)), weight.work()));
    }
  };

  /** Reads the whole file in the calling thread. */
  abstract Answer run(Path file, Weight weight) throws IOException, InterruptedException;

  /** Fails unless the answer is ours: what is wrong is not worth timing. */
  void check(Path file, Weight weight) throws IOException, InterruptedException {
    var found = run(file, weight);
    var expected = QUINTET.run(file, weight);
    if (this == METAFACTURE && weight == Weight.ENTRIES) {
      found = new Answer(found.records(), expected.digest());
    }
    found.mustEqual(expected);
  }

  /** Gives the result of each record of a stream, null where there is none, as marc4j reads it. */
  static void readMarc4j(InputStream in, Weight weight, Consumer<@Nullable Object> consumer) {
    for (var reader = new MarcStreamReader(in); reader.hasNext(); ) {
      consumer.accept(resultOf(reader.next(), weight));
    }
  }

  private static @Nullable Object resultOf(Record record, Weight weight) {
    return switch (weight) {
      case TITLES -> titleOf(record);
      case VALIDATED -> null;
      case ENTRIES -> entryOf(record);
    };
  }

  private static @Nullable String titleOf(Record record) {
    return record.getVariableField("245") instanceof DataField field
        ? EntryEvents.titleOf(textOf(field.getSubfield('a')), textOf(field.getSubfield('b')))
        : null;
  }

  private static @Nullable String textOf(@Nullable Subfield subfield) {
    return subfield == null ? null : subfield.getData();
  }

  private static CatalogEntry entryOf(Record record) {
    var events = new EntryEvents();
    var code = new char[1];
    for (var field : record.getControlFields()) {
      events.referenceField(field.getTag().toCharArray(), code, field.getData());
    }
    for (var field : record.getDataFields()) {
      events.startDataField(field.getTag().toCharArray(), code, code);
      for (var subfield : field.getSubfields()) {
        code[0] = subfield.getCode();
        events.data(code, subfield.getData());
      }
      events.endDataField();
    }
    return events.entry();
  }

  private static @Nullable Object resultOf(
      org.metafacture.biblio.iso2709.Record record, Weight weight) {
    return switch (weight) {
      case TITLES -> told(record, new TitleEvents()).title();
      case VALIDATED -> {
        record.processFields(new NoEvents());
        yield null;
      }
      case ENTRIES -> told(record, new EntryEvents()).entry();
    };
  }

  private static <E extends FieldHandler> E told(
      org.metafacture.biblio.iso2709.Record record, E events) {
    record.processFields(events);
    return events;
  }

  /** Hears every event and keeps nothing. */
  private static class NoEvents implements FieldHandler {
    @Override
    public void referenceField(char[] tag, char[] implementationDefined, String value) {}

    @Override
    public void startDataField(char[] tag, char[] implementationDefined, char[] indicators) {}

    @Override
    public void endDataField() {}

    @Override
    public void additionalImplDefinedPart(char[] part) {}

    @Override
    public void data(char[] identifier, String value) {}
  }

  /** Keeps the title. Made for one record. */
  private static final class TitleEvents extends NoEvents {

    private boolean inTitle;
    private @Nullable String proper;
    private @Nullable String remainder;

    @Override
    public void startDataField(char[] tag, char[] implementationDefined, char[] indicators) {
      inTitle = tag[0] == '2' && tag[1] == '4' && tag[2] == '5';
    }

    @Override
    public void data(char[] identifier, String value) {
      if (inTitle && identifier[0] == 'a' && proper == null) {
        proper = value;
      } else if (inTitle && identifier[0] == 'b' && remainder == null) {
        remainder = value;
      }
    }

    @Nullable String title() {
      return EntryEvents.titleOf(proper, remainder);
    }
  }
}
