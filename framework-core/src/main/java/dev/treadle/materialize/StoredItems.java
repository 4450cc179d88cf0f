package dev.treadle.materialize;

import dev.treadle.materialize.kryo.StoredValues;
import dev.treadle.spi.ArtifactInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The items of a stored list one after another, with one block of them in memory. */
public final class StoredItems implements Iterator<@Nullable Object>, AutoCloseable {

  private final StoredValues values;
  private final InputStream in;
  private final Iterator<ListIndex.Block> blocks;
  private int leftInBlock;

  StoredItems(ArtifactInput input, ListIndex index) throws IOException {
    values = new StoredValues(index.schema());
    blocks = index.blocks().iterator();
    in = index.blocks().isEmpty()
        ? InputStream.nullInputStream()
        : input.open(CollectionMaterializer.ITEMS);
  }

  @Override
  public boolean hasNext() {
    return leftInBlock > 0 || blocks.hasNext();
  }

  @Override
  public @Nullable Object next() {
    if (leftInBlock == 0) {
      if (!blocks.hasNext()) {
        throw new NoSuchElementException();
      }
      var block = blocks.next();
      try {
        values.open(CollectionMaterializer.block(in, block));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      leftInBlock = block.items();
    }
    leftInBlock--;
    return values.read();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
