package dev.treadle.materialize;

import dev.treadle.api.data.Table;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.materialize.kryo.KryoCodec;
import dev.treadle.materialize.type.ResolvedType;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.ListMaterializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists item by item. Items that the binary form can hold are written in blocks with an index; the others are nested,
 * each by its own materializer.
 */
final class CollectionMaterializer implements ListMaterializer<Collection<?>> {

  private static final Set<Class<?>> LISTS =
      Set.of(Iterable.class, Collection.class, List.class, ArrayList.class);

  /** Items stored by one of these go into blocks: they need no file of their own. */
  private static final Set<String> BLOCKED = Set.of("json", "kryo", "list", "array", "bytes");

  static final String ITEMS = "items.bin";
  private static final int BLOCK_BYTES = 64 << 10;

  private final Materializers all;

  CollectionMaterializer(Materializers all) {
    this.all = all;
  }

  @Override
  public String id() {
    return "list";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    var resolved = ResolvedType.of(type);
    return LISTS.contains(resolved.raw()) && all.find(item(type)).isPresent();
  }

  @Override
  public String mediaType(Type type) {
    return "application/x-treadle-list";
  }

  @Override
  public void write(Collection<?> value, Type type, ArtifactOutput output) throws IOException {
    var codec = blockCodec(type);
    var index =
        codec.isPresent() ? writeBlocks(value, codec.get(), output) : nest(value, type, output);
    try (var out = output.create(ListIndex.FILE)) {
      index.write(out);
    }
  }

  private static ListIndex writeBlocks(Collection<?> value, KryoCodec codec, ArtifactOutput output)
      throws IOException {
    var blocks = new ArrayList<ListIndex.Block>();
    if (value.isEmpty()) {
      return new ListIndex(0, codec.schema(), blocks);
    }
    int count = 0;
    int inBlock = 0;
    try (var out = output.create(ITEMS);
        var writer = codec.writer()) {
      for (var item : value) {
        writer.write(item);
        count++;
        inBlock++;
        if (writer.size() >= BLOCK_BYTES || count == value.size()) {
          var bytes = writer.take();
          out.write(bytes);
          blocks.add(new ListIndex.Block(inBlock, bytes.length, Checksum.of(bytes)));
          inBlock = 0;
        }
      }
    }
    return new ListIndex(count, codec.schema(), blocks);
  }

  private static ListIndex nest(Collection<?> value, Type type, ArtifactOutput output)
      throws IOException {
    int count = 0;
    for (var item : value) {
      output.nested(folder(count), item, item(type));
      count++;
    }
    return new ListIndex(count, new byte[0], List.of());
  }

  @Override
  public List<?> read(Type type, ArtifactInput input) throws IOException {
    var index = index(input);
    var codec = blockCodec(type);
    var items = new ArrayList<@Nullable Object>();
    if (codec.isEmpty()) {
      for (int i = 0; i < index.count(); i++) {
        items.add(input.nested(folder(i), item(type)));
      }
      return items;
    }
    try (var reader = codec.get().reader(index.schema())) {
      if (!index.blocks().isEmpty()) {
        try (var in = input.open(ITEMS)) {
          for (var block : index.blocks()) {
            reader.open(block(in, block));
            for (int i = 0; i < block.items(); i++) {
              items.add(reader.read());
            }
            if (!reader.isAtEnd()) {
              throw ListIndex.damaged("bytes are left over in a block");
            }
          }
        }
      }
    }
    if (items.size() != index.count()) {
      throw ListIndex.damaged("%d of %d items were found".formatted(items.size(), index.count()));
    }
    return items;
  }

  @Override
  public int count(ArtifactInput input) throws IOException {
    return index(input).count();
  }

  @Override
  public Object loadItem(Type listType, ArtifactInput input, int position) throws IOException {
    var index = index(input);
    if (position < 0 || position >= index.count()) {
      throw new IndexOutOfBoundsException(
          "Item %d of a stored list of %d".formatted(position, index.count()));
    }
    var codec = blockCodec(listType);
    if (codec.isEmpty()) {
      return input.nested(folder(position), item(listType));
    }
    int before = 0;
    long offset = 0;
    for (var block : index.blocks()) {
      if (position < before + block.items()) {
        try (var in = input.open(ITEMS);
            var reader = codec.get().reader(index.schema())) {
          in.skipNBytes(offset);
          reader.open(block(in, block));
          for (int i = before; i < position; i++) {
            reader.read();
          }
          return present(reader.read(), position);
        }
      }
      before += block.items();
      offset += block.bytes();
    }
    throw ListIndex.damaged("its blocks hold fewer items than it counts");
  }

  private static Object present(@Nullable Object item, int position) {
    if (item == null) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          "Item %d of the stored list is null, and a null cannot be handed to a step alone"
              .formatted(position));
    }
    return item;
  }

  @Override
  public void describe(Collection<?> value, Type type, ValueDescription description)
      throws IOException {
    description.fact("rows", value.size());
    var item = ResolvedType.of(item(type));
    if (!item.raw().isRecord()) {
      description.summary("%d × %s".formatted(value.size(), item));
      return;
    }
    description.fact("columns", Described.columns(item));
    description.summary(
        "%d rows × %d".formatted(value.size(), item.raw().getRecordComponents().length));
    if (item.raw().getRecordComponents().length > 0) {
      Previews.table(firstRows(value, item.raw().asSubclass(Record.class)), description);
    }
  }

  private static Table firstRows(Collection<?> value, Class<? extends Record> type) {
    var rows = new ArrayList<Record>();
    value.stream()
        .filter(type::isInstance)
        .limit(Described.PREVIEW_ROWS)
        .forEach(row -> rows.add((Record) row));
    return fromRecords(type, rows);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> Table fromRecords(Class<R> type, List<?> rows) {
    return Table.fromRecords(type, (List<R>) rows);
  }

  private Optional<KryoCodec> blockCodec(Type listType) {
    var item = item(listType);
    return BLOCKED.contains(all.require(item).id()) ? KryoCodec.find(item) : Optional.empty();
  }

  private static Type item(Type listType) {
    return ResolvedType.of(listType).argument(0).type();
  }

  static ListIndex index(ArtifactInput input) throws IOException {
    try (var in = input.open(ListIndex.FILE)) {
      return ListIndex.read(in);
    }
  }

  static byte[] block(InputStream in, ListIndex.Block block) throws IOException {
    var bytes = Checksum.readExactly(in, block.bytes());
    if (Checksum.of(bytes) != block.checksum()) {
      throw ListIndex.damaged("the checksum of a block does not fit");
    }
    return bytes;
  }

  private static String folder(int position) {
    return "items/%09d".formatted(position);
  }
}
