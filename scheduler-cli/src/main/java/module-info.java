/** The plumbline command. */
module dev.plumbline.cli {
    requires dev.plumbline.core;
    requires dev.plumbline.io;
    requires static transitive org.jspecify;
    requires info.picocli;
    requires java.management;
    requires jdk.jshell;

    opens dev.plumbline.cli to
            info.picocli;
}
