/** Critical-path scheduling, levelling and risk. */
module dev.plumbline.core {
    requires static transitive org.jspecify;
    requires transitive org.jgrapht.core;
    requires commons.math3;

    exports dev.plumbline.calendar;
    exports dev.plumbline.model;
    exports dev.plumbline.cpm;
    exports dev.plumbline.progress;
    exports dev.plumbline.graph;
    exports dev.plumbline.rcpsp;
    exports dev.plumbline.level;
    exports dev.plumbline.risk;
}
