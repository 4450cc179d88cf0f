package dev.treadle.cli.output;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prints results in the form that was asked for. */
public final class Output {
  private final Sink sink;
  private final OutputFormat format;
  private final Look look;
  private final boolean headers;
  private final FieldChoice fields;

  /** @param headers whether tables have one */
  public Output(Sink sink, OutputFormat format, Look look, boolean headers, FieldChoice fields) {
    this.sink = sink;
    this.format = format;
    this.look = look;
    this.headers = headers;
    this.fields = fields;
  }

  public OutputFormat format() {
    return format;
  }

  public Look look() {
    return look;
  }

  public Sink sink() {
    return sink;
  }

  /**
   * Prints a page of a list.
   *
   * @param next the cursor of the page after it, null when this is the last
   */
  public <T> void list(Listing<T> listing, List<T> items, @Nullable String next) {
    switch (format) {
      case TABLE, WIDE, TSV -> table(listing, items).lines(tableLook()).forEach(sink::line);
      case NAME ->
        items.forEach(item -> sink.line(Text.neutralised(listing.name().apply(item))));
      case NDJSON ->
        items.forEach(item ->
            sink.line(Json.line(listing.kind(), fields.of(listing.fields().apply(item)))));
      case JSON, YAML ->
        document(
            listing.kind() + "List",
            new Fields()
                .with(
                    "items",
                    items.stream().map(listing.fields()).map(fields::of).toList())
                .with("next", next)
                .map());
    }
  }

  /**
   * Prints one thing.
   *
   * @param name the reference to it
   * @param page its lines for people, and with a plain look for programs
   */
  public void document(
      String kind, Map<String, Object> content, String name, Function<Look, List<String>> page) {
    switch (format) {
      case TABLE, WIDE, TSV -> page.apply(tableLook()).forEach(sink::line);
      case NAME -> sink.line(Text.neutralised(name));
      case NDJSON -> sink.line(Json.line(kind, fields.of(content)));
      case JSON, YAML -> document(kind, fields.of(content));
    }
  }

  /** Prints one document, for {@code -o json} and {@code -o yaml} only. */
  public void document(String kind, Map<String, ?> content) {
    sink.line(
        format == OutputFormat.YAML
            ? Yaml.document(kind, content).stripTrailing()
            : Json.document(kind, content));
  }

  private Look tableLook() {
    return format == OutputFormat.TSV ? Look.plain(look.now()) : look;
  }

  private <T> TextTable table(Listing<T> listing, List<T> items) {
    Look at = tableLook();
    List<Column<T>> columns = fields.isEmpty() ? shown(listing) : fields.of(listing.columns());
    TextTable table =
        new TextTable("", headers ? columns.stream().map(Column::header).toList() : List.of());
    if (format == OutputFormat.TABLE) {
      table.cutting(IntStream.range(0, columns.size())
          .filter(i -> columns.get(i).room() == Column.Room.CUT)
          .toArray());
    }
    items.forEach(item ->
        table.row(columns.stream().map(column -> column.cell().apply(item, at)).toList()));
    return format == OutputFormat.WIDE ? table.uncut() : table;
  }

  private <T> List<Column<T>> shown(Listing<T> listing) {
    if (format != OutputFormat.TABLE) {
      return listing.columns();
    }
    List<Column<T>> columns = new ArrayList<>(listing.columns());
    columns.removeIf(column -> column.room() == Column.Room.WIDE);
    return columns;
  }
}
