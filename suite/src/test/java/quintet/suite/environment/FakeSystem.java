package quintet.suite.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree like that of the kernel's files. */
record FakeSystem(Path root) {

  FakeSystem with(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
    return this;
  }

  SystemFiles files() {
    return new SystemFiles(root);
  }

  ControlGroup group() {
    return new ControlGroup(files());
  }
}
