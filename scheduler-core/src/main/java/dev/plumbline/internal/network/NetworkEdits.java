package dev.plumbline.internal.network;

/** Small changes of a network that can be taken back. */
public final class NetworkEdits {

    private NetworkEdits() {}

    /** Takes edges out; they stay in place and bind nothing. */
    public static Cut cut(Network network, int[] edges) {
        Cut cut = new Cut(network, edges);
        for (int e : edges) {
            network.lag[e] = 1;
            network.lagKind[e] = Network.CUT;
        }
        return cut;
    }

    /** Edges as they were before they were taken out. */
    public static final class Cut {

        private final Network network;
        private final int[] edges;
        private final long[] lag;
        private final byte[] kind;

        private Cut(Network network, int[] edges) {
            this.network = network;
            this.edges = edges.clone();
            this.lag = new long[edges.length];
            this.kind = new byte[edges.length];
            for (int i = 0; i < edges.length; i++) {
                lag[i] = network.lag[edges[i]];
                kind[i] = network.lagKind[edges[i]];
            }
        }

        /** Puts the edges back. */
        public void restore() {
            for (int i = 0; i < edges.length; i++) {
                network.lag[edges[i]] = lag[i];
                network.lagKind[edges[i]] = kind[i];
            }
        }
    }
}
