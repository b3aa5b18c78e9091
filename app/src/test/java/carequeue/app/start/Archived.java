package carequeue.app.start;

import java.nio.file.Path;

/** A program that does what a start does for the next one, in the place of the whole application. */
public final class Archived {

    private Archived() {}

    public static void main(String[] arguments) throws Exception {
        ClassArchiveFiles files = new ClassArchiveFiles(Path.of(arguments[0]), System.getProperty("java.class.path"));
        files.sweep();
        System.out.println(files.current() ? "current" : "made " + made(files));
        files.forgetClasses();
    }

    private static boolean made(ClassArchiveFiles files) throws Exception {
        boolean made = files.dump().waitFor() == 0;
        files.keep(made);
        return made;
    }
}
