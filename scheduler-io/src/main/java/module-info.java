/** Plans as files: Microsoft Project XML, CSV, and reports. */
module dev.plumbline.io {
    requires transitive dev.plumbline.core;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;

    exports dev.plumbline.io;
}
