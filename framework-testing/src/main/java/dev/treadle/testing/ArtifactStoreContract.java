package dev.treadle.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.CorruptUploadException;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreConflictException;
import dev.treadle.error.StoreLayoutException;
import dev.treadle.error.TreadleException;
import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.Capability;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.DeletesInBulk;
import dev.treadle.spi.ListsObjects;
import dev.treadle.spi.LocalFiles;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.ReadsRanges;
import dev.treadle.spi.ReadsVersions;
import dev.treadle.spi.SignsReads;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ArtifactStore} must do. A module with a store extends it in a test and says how to open one.
 *
 * <p>Mixins are tested where the store claims their {@link Capability}, and must be absent where it does not.
 *
 * @since 0.1
 */
@Timeout(120)
public abstract class ArtifactStoreContract {
  private static final StorePath PATH = StorePath.of("blobs/object");
  private static final int MEGABYTE = 1 << 20;

  private ArtifactStore store;

  /** For subclasses. */
  protected ArtifactStoreContract() {}

  /** Opens the store of a root. The same name is the same root within a test, another one in each test. */
  protected abstract ArtifactStore open(String root);

  /** Opens the store of a root that must have the given id. */
  protected abstract ArtifactStore open(String root, String expectedId);

  /** Replaces the marker of a root behind the store's back. */
  protected abstract void overwriteMarker(String root, String text) throws IOException;

  /** The names of unfinished data in a root, such as temporary files and multipart uploads. */
  protected abstract List<String> leftovers(String root) throws IOException;

  /** Sizes at which the store changes its way of writing, such as a multipart threshold. */
  protected abstract List<Integer> criticalSizes();

  @BeforeEach
  final void openStore() {
    store = open("main");
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Test
  void claimsExactlyTheMixinsThatItHas() {
    var mixins = Map.of(
        Capability.RANGES, ReadsRanges.class,
        Capability.LISTING, ListsObjects.class,
        Capability.BULK_DELETE, DeletesInBulk.class,
        Capability.SIGNED_READ, SignsReads.class,
        Capability.EXTERNAL_VERSIONS, ReadsVersions.class,
        Capability.LOCAL_FILES, LocalFiles.class);

    mixins.forEach((capability, mixin) -> assertThat(mixin.isInstance(store))
        .as(capability.name())
        .isEqualTo(store.capabilities().contains(capability)));
  }

  @Test
  void givesBackTheBytesOfEverySize() throws IOException {
    var sizes = new ArrayList<>(List.of(0, 1, 5 * MEGABYTE, 5 * MEGABYTE + 1));
    criticalSizes().forEach(size -> sizes.addAll(List.of(size - 1, size, size + 1)));

    for (int size : sizes) {
      var bytes = bytes(size);
      var path = StorePath.of("sizes/" + size);

      assertThat(create(path, bytes)).as("size %s", size).isEqualTo(CreateOutcome.CREATED);
      assertThat(read(path)).as("size %s", size).isEqualTo(bytes);
    }
  }

  @Test
  @Tag("slow")
  void givesBackTwoGigabytesInConstantMemory() throws IOException {
    var source = new RandomSource(7, 2L << 30);
    ObjectDigest digest;
    try (var in = source.open()) {
      digest = ObjectDigest.of(in);
    }

    assertThat(store.create(PATH, source, digest)).isEqualTo(CreateOutcome.CREATED);

    try (var in = store.open(PATH)) {
      assertThat(ObjectDigest.of(in)).isEqualTo(digest);
    }
  }

  @Test
  void sameBytesAreAlreadyThereAndOthersConflict() throws IOException {
    create(PATH, text("first"));

    assertThat(create(PATH, text("first"))).isEqualTo(CreateOutcome.ALREADY_THERE);
    for (var other : List.of("other", "longer than the first")) {
      assertThatThrownBy(() -> create(PATH, text(other)))
          .isInstanceOfSatisfying(
              StoreConflictException.class,
              e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_CONFLICT))
          .hasMessageContaining(PATH.toString());
    }
    assertThat(read(PATH)).isEqualTo(text("first"));
  }

  @Test
  void exactlyOneOfManyCreatorsWins() throws Exception {
    Assumptions.assumeTrue(store.capabilities().contains(Capability.CONDITIONAL_CREATE));
    for (int size : List.of(100, 3 * MEGABYTE)) {
      var bytes = bytes(size);
      var path = StorePath.of("race/" + size);
      var start = new CyclicBarrier(32);

      var outcomes = inParallel(32, () -> {
        start.await();
        return create(path, bytes);
      });

      assertThat(Collections.frequency(outcomes, CreateOutcome.CREATED)).isEqualTo(1);
      assertThat(read(path)).isEqualTo(bytes);
    }
    assertThat(leftovers("main")).isEmpty();
  }

  @Test
  void refusesBytesThatAreNotWhatWasDeclared() throws IOException {
    var bytes = bytes(100_000);
    var digest = ObjectDigest.of(bytes);
    char flipped = digest.sha256().charAt(0) == '0' ? '1' : '0';
    var wrong = List.of(
        new ObjectDigest(flipped + digest.sha256().substring(1), bytes.length),
        new ObjectDigest(digest.sha256(), bytes.length - 1),
        new ObjectDigest(digest.sha256(), bytes.length + 1));

    for (var declared : wrong) {
      assertThatThrownBy(() -> store.create(PATH, ByteSource.of(bytes), declared))
          .isInstanceOf(CorruptUploadException.class)
          .hasMessageContaining(declared.sha256());
      assertAbsent(PATH);
    }
    assertThat(leftovers("main")).isEmpty();
  }

  @Test
  void leavesNothingWhenTheSourceFails() throws IOException {
    var bytes = bytes(3 * MEGABYTE);
    var failures = List.<ScriptedSource.Action>of(
        () -> {
          throw new IOException("the source broke");
        },
        () -> {
          throw new IllegalStateException("the source broke");
        });

    for (var failure : failures) {
      var source = new ScriptedSource(bytes, failure);
      assertThatThrownBy(() -> store.create(PATH, source, ObjectDigest.of(bytes)))
          .hasStackTraceContaining("the source broke");
      assertAbsent(PATH);
      assertThat(leftovers("main")).isEmpty();
    }
    assertThat(create(PATH, bytes)).isEqualTo(CreateOutcome.CREATED);
  }

  @Test
  void endsWithTheInterruptFlagSetWhenInterrupted() throws Exception {
    var bytes = bytes(3 * MEGABYTE);
    var source = new ScriptedSource(bytes, () -> Thread.currentThread().interrupt());
    var thrown = new AtomicReference<Throwable>();
    var flag = new AtomicReference<Boolean>();
    var thread = new Thread(() -> {
      try {
        store.create(PATH, source, ObjectDigest.of(bytes));
      } catch (TreadleException e) {
        thrown.set(e);
      }
      flag.set(Thread.currentThread().isInterrupted());
    });

    thread.start();
    thread.join();

    assertThat(thrown.get()).isInstanceOf(TreadleException.class);
    assertThat(flag.get()).isTrue();
    assertAbsent(PATH);
    assertThat(leftovers("main")).isEmpty();
    assertThat(create(PATH, bytes)).isEqualTo(CreateOutcome.CREATED);
  }

  @Test
  void showsNothingBeforeAllIsThere() throws IOException {
    var bytes = bytes(3 * MEGABYTE);
    var looked = new AtomicReference<>(false);
    var source = new ScriptedSource(bytes, () -> {
      assertAbsent(PATH);
      looked.set(true);
    });

    store.create(PATH, source, ObjectDigest.of(bytes));

    assertThat(looked.get()).isTrue();
    assertThat(read(PATH)).isEqualTo(bytes);
  }

  @Test
  void readsRanges() throws IOException {
    Assumptions.assumeTrue(store instanceof ReadsRanges);
    var ranges = (ReadsRanges) store;
    create(PATH, text("0123456789"));

    assertThat(range(ranges, 0, 3)).isEqualTo("012");
    assertThat(range(ranges, 4, 2)).isEqualTo("45");
    assertThat(range(ranges, 7, 3)).isEqualTo("789");
    assertThat(range(ranges, 7, 1000)).isEqualTo("789");
    assertThat(range(ranges, 10, 5)).isEmpty();
    assertThat(range(ranges, 3, 0)).isEmpty();
    for (var bad : List.of(List.of(11L, 1L), List.of(-1L, 1L), List.of(0L, -1L))) {
      assertThatThrownBy(() -> ranges.open(PATH, bad.get(0), bad.get(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ranges.open(StorePath.of("absent"), 0, 1))
        .isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void saysNotFoundBeforeTheFirstByte() throws IOException {
    create(PATH, text("x"));

    for (var absent : List.of("absent", "absent/below", "blobs", "blobs/object/below")) {
      assertThatThrownBy(() -> store.open(StorePath.of(absent)))
          .isInstanceOf(ObjectNotFoundException.class)
          .hasMessageContaining(absent)
          .hasMessageContaining(store.name());
    }
  }

  @Test
  void listsInTheOrderOfBytesByTextPrefix() throws IOException {
    var names = List.of(
        "ab", "abc", "a/c", "a.b", "a-b/x", "a/b/c", "a/b", "B", "ä", "\uff21", "\ud83d\ude00");
    names.stream().filter(name -> !name.equals("a/b")).forEach(name -> createText(name));

    assertThat(list(""))
        .containsExactly(
            "B", "a-b/x", "a.b", "a/b/c", "a/c", "ab", "abc", "ä", "\uff21", "\ud83d\ude00");
    assertThat(list("ab")).containsExactly("ab", "abc");
    assertThat(list("a/b")).containsExactly("a/b/c");
    assertThat(list("a")).containsExactly("a-b/x", "a.b", "a/b/c", "a/c", "ab", "abc");
    assertThat(list("zzz")).isEmpty();

    store.delete(StorePath.of("ab"));
    createText("abd");
    assertThat(list("ab")).containsExactly("abc", "abd");
  }

  @Test
  void listsNoneAndThousands() {
    assertThat(list("")).isEmpty();
    var names = IntStream.range(0, 2500)
        .mapToObj(i -> "many/" + i % 7 + "/" + i)
        .sorted()
        .toList();
    names.parallelStream().forEach(this::createText);

    assertThat(list("many")).isEqualTo(names);
    try (var first = ((ListsObjects) store).list(StorePath.ROOT)) {
      assertThat(first.findFirst().orElseThrow().path()).hasToString(names.get(0));
    }
  }

  @Test
  void listsSizesAndTimes() throws IOException {
    create(PATH, bytes(1234));

    try (var listed = ((ListsObjects) store).list(PATH)) {
      assertThat(listed)
          .singleElement()
          .satisfies(object -> assertThat(object.size()).isEqualTo(1234))
          .satisfies(object -> assertThat(object.created()).isAfter("2020-01-01T00:00:00Z"));
    }
  }

  @Test
  void roundTripsOddNames() throws IOException {
    var part = "x".repeat(255);
    var odd = List.of(
        "a b",
        "a+b",
        "a%2Fb",
        "a#b",
        "a?b=c",
        "a'b\"c",
        "a:b*c<d>|e",
        "\ud83d\ude00/\ud83e\uddf5",
        "e\u0301",
        "\u00e9",
        "İı",
        part,
        String.join("/", "y".repeat(255), part, part, "x".repeat(900 - 3 * 256)));

    for (var name : odd) {
      createText(name);
      assertThat(read(StorePath.of(name))).isEqualTo(text(name));
    }
    assertThat(list("")).containsExactlyInAnyOrderElementsOf(odd);
    odd.forEach(name -> store.delete(StorePath.of(name)));
    assertThat(list("")).isEmpty();
  }

  @Test
  void refusesTheRootAsAnObject() {
    Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> create(StorePath.ROOT, text("x")),
            () -> store.open(StorePath.ROOT),
            () -> store.delete(StorePath.ROOT))
        .forEach(call -> assertThatThrownBy(call).isInstanceOf(UnsafePathException.class));
  }

  @Test
  void deletesWhatIsThereAndForgivesWhatIsNot() throws IOException {
    create(PATH, text("x"));

    store.delete(PATH);
    store.delete(PATH);

    assertAbsent(PATH);
    assertThat(create(PATH, text("y"))).isEqualTo(CreateOutcome.CREATED);
  }

  @Test
  void deletesThousandsAtOnce() {
    Assumptions.assumeTrue(store instanceof DeletesInBulk);
    var paths =
        IntStream.range(0, 2500).mapToObj(i -> StorePath.of("bulk/" + i)).toList();
    paths.subList(0, 2400).parallelStream().forEach(path -> createText(path.toString()));
    createText("kept");

    assertThat(((DeletesInBulk) store).deleteAll(paths)).isEmpty();

    assertThat(list("")).containsExactly("kept");
  }

  @Test
  void storesOfTwoRootsDoNotSeeEachOther() throws IOException {
    create(PATH, text("x"));

    try (var other = open("other")) {
      assertThatThrownBy(() -> other.open(PATH)).isInstanceOf(ObjectNotFoundException.class);
      assertThat(other.id()).isNotEqualTo(store.id());
    }
  }

  @Test
  void keepsObjectsAndIdWhenOpenedAgain() throws IOException {
    create(PATH, text("x"));

    try (var again = open("main", store.id());
        var in = again.open(PATH)) {
      assertThat(again.id()).isEqualTo(store.id());
      assertThat(in.readAllBytes()).isEqualTo(text("x"));
    }
  }

  @Test
  void refusesAForeignStoreAndAnUnknownLayout() throws IOException {
    var foreign = "00000000-0000-0000-0000-000000000000";
    assertThatThrownBy(() -> open("main", foreign))
        .isInstanceOf(StoreLayoutException.class)
        .hasMessageContainingAll(foreign, store.id());

    overwriteMarker("main", "{\"id\":\"" + store.id() + "\",\"layout\":99}");
    assertThatThrownBy(() -> open("main"))
        .isInstanceOf(StoreLayoutException.class)
        .hasMessageContaining("layout 99");

    overwriteMarker("main", "not a marker");
    assertThatThrownBy(() -> open("main")).isInstanceOf(StoreLayoutException.class);
  }

  /** Creates an object. */
  protected final CreateOutcome create(StorePath path, byte[] bytes) {
    return store.create(path, ByteSource.of(bytes), ObjectDigest.of(bytes));
  }

  /** The store under test, opened on the root {@code main}. */
  protected final ArtifactStore store() {
    return store;
  }

  private void createText(String name) {
    create(StorePath.of(name), text(name));
  }

  private byte[] read(StorePath path) throws IOException {
    try (InputStream in = store.open(path)) {
      return in.readAllBytes();
    }
  }

  private String range(ReadsRanges ranges, long offset, long length) throws IOException {
    try (var in = ranges.open(PATH, offset, length)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private List<String> list(String prefix) {
    var path = prefix.isEmpty() ? StorePath.ROOT : StorePath.of(prefix);
    try (var objects = ((ListsObjects) store).list(path)) {
      return objects.map(object -> object.path().toString()).toList();
    }
  }

  private void assertAbsent(StorePath path) {
    assertThatThrownBy(() -> store.open(path)).isInstanceOf(ObjectNotFoundException.class);
    assertThat(list(path.toString())).isEmpty();
  }

  private static <T> List<T> inParallel(int threads, Callable<T> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(Collections.nCopies(threads, call))) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }
}
