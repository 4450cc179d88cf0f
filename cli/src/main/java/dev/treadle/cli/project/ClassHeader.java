package dev.treadle.cli.project;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a class file, read without loading the class: nothing of the user's runs and nothing can clash.
 *
 * @param name internal name, with slashes
 * @param superName likewise, null for {@code java/lang/Object}
 * @param interfaces those it names itself
 */
record ClassHeader(int access, String name, @Nullable String superName, List<String> interfaces) {
  private static final int MAGIC = 0xcafebabe;
  private static final int PUBLIC = 0x0001;
  private static final int INTERFACE = 0x0200;
  private static final int ABSTRACT = 0x0400;

  boolean isPublicAndConcrete() {
    return (access & (PUBLIC | INTERFACE | ABSTRACT)) == PUBLIC;
  }

  static ClassHeader read(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(classFile);
    if (in.readInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    in.readInt(); // version
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] classes = new int[size];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> classes[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // long and double take two places
        }
        default -> throw new IOException("unknown constant " + tag);
      }
    }
    int access = in.readUnsignedShort();
    String name = texts[classes[in.readUnsignedShort()]];
    String superName = texts[classes[in.readUnsignedShort()]];
    List<String> interfaces = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      interfaces.add(texts[classes[in.readUnsignedShort()]]);
    }
    return new ClassHeader(access, name, superName, List.copyOf(interfaces));
  }
}
