package carequeue.adapter.secrets;

import java.nio.file.Path;

/** The file that a setting names itself. */
record OneFile(Path file) implements SecretStore {

    @Override
    public String source() {
        return "file";
    }

    @Override
    public Stored read(String name) {
        return new FileSecrets(file.getParent()).read(file.getFileName().toString());
    }
}
