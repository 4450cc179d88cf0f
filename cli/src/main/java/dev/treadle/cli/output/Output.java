package dev.treadle.cli.output;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints results in the form that was asked for. */
public final class Output {
  private final Sink sink;
  private final OutputFormat format;
  private final Look look;
  private final boolean headers;

  public Output(Sink sink, OutputFormat format, Look look, boolean headers) {
    this.sink = sink;
    this.format = format;
    this.look = look;
    this.headers = headers;
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
      case TABLE, TSV -> table(listing, items).lines(tableLook()).forEach(sink::line);
      case NAME ->
        items.forEach(item -> sink.line(Text.neutralised(listing.name().apply(item))));
      case NDJSON ->
        items.forEach(
            item -> sink.line(Json.line(listing.kind(), listing.fields().apply(item))));
      case JSON ->
        sink.line(Json.document(
            listing.kind() + "List",
            new Fields()
                .with("items", items.stream().map(listing.fields()).toList())
                .with("next", next)
                .map()));
    }
  }

  /**
   * Prints one thing.
   *
   * @param name the reference to it
   * @param page its lines for people, and with a plain look for programs
   */
  public void document(
      String kind, Map<String, Object> fields, String name, Function<Look, List<String>> page) {
    switch (format) {
      case TABLE, TSV -> page.apply(tableLook()).forEach(sink::line);
      case NAME -> sink.line(Text.neutralised(name));
      case NDJSON -> sink.line(Json.line(kind, fields));
      case JSON -> sink.line(Json.document(kind, fields));
    }
  }

  private Look tableLook() {
    return format == OutputFormat.TSV ? Look.plain(look.now()) : look;
  }

  private <T> TextTable table(Listing<T> listing, List<T> items) {
    Look at = tableLook();
    List<Column<T>> columns = listing.columns();
    TextTable table =
        new TextTable("", headers ? columns.stream().map(Column::header).toList() : List.of());
    items.forEach(item ->
        table.row(columns.stream().map(column -> column.cell().apply(item, at)).toList()));
    return table;
  }
}
