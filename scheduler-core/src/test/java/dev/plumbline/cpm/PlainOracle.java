package dev.plumbline.cpm;

import dev.plumbline.cpm.Net.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Early and late dates by relaxing every relationship until nothing changes (Bellman and Ford). Slow and obvious, without
 * topological order, and without a line in common with the engine.
 */
final class PlainOracle {

    private final Net net;

    private PlainOracle(Net net) {
        this.net = net;
    }

    static Dated solve(Net net) {
        return new PlainOracle(net).solve();
    }

    private Dated solve() {
        List<Integer> es = earlyStarts();
        List<Integer> ef = plus(es, 1);
        int finish = Collections.max(ef);
        List<Integer> lf = lateFinishes(finish);
        List<Integer> ls = plus(lf, -1);
        List<Integer> tf = new ArrayList<>();
        List<Integer> ff = new ArrayList<>();
        for (int i = 0; i < net.size(); i++) {
            int total = lf.get(i) - ef.get(i);
            int free = total;
            for (Link link : net.links()) {
                if (link.from() == i) {
                    free = Math.min(free, gap(link, es, ef));
                }
            }
            tf.add(total);
            ff.add(Math.max(free, 0)); // 16.9
        }
        return new Dated(es, ef, ls, lf, tf, ff, finish);
    }

    private List<Integer> plus(List<Integer> dates, int sign) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            result.add(dates.get(i) + sign * net.durations().get(i));
        }
        return result;
    }

    private List<Integer> earlyStarts() {
        List<Integer> now = new ArrayList<>(Collections.nCopies(net.size(), 0));
        while (true) {
            List<Integer> next = new ArrayList<>();
            for (int i = 0; i < net.size(); i++) {
                next.add(earlyStart(i, now));
            }
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
    }

    private int earlyStart(int i, List<Integer> es) {
        int start = Integer.MIN_VALUE;
        for (Link link : net.links()) {
            if (link.to() == i) {
                start = Math.max(start, bound(link, es));
            }
        }
        start = start == Integer.MIN_VALUE ? 0 : start; // 3.1.1, 3.1.2: the project start holds back roots only
        return Math.max(start, net.notBefore().getOrDefault(i, start));
    }

    private int bound(Link link, List<Integer> es) {
        int from = net.durations().get(link.from());
        int to = net.durations().get(link.to());
        int start = es.get(link.from());
        return switch (link.type()) {
            case FS -> start + from + link.lag();
            case SS -> start + link.lag();
            case FF -> Math.max(start + from + link.lag() - to, 0); // 3.1.1: not before the project start
            case SF -> start + link.lag() - to;
        };
    }

    private List<Integer> lateFinishes(int finish) {
        List<Integer> now = new ArrayList<>(Collections.nCopies(net.size(), finish));
        while (true) {
            List<Integer> next = new ArrayList<>();
            for (int i = 0; i < net.size(); i++) {
                int late = net.deadlines().getOrDefault(i, finish);
                for (Link link : net.links()) {
                    if (link.from() == i) {
                        late = Math.min(late, lateBound(link, now));
                    }
                }
                next.add(Math.min(late, finish));
            }
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
    }

    private int lateBound(Link link, List<Integer> lf) {
        int from = net.durations().get(link.from());
        int to = net.durations().get(link.to());
        int finish = lf.get(link.to());
        return switch (link.type()) {
            case FS -> finish - to - link.lag();
            case SS -> finish - to - link.lag() + from;
            case FF -> finish - link.lag();
            case SF -> finish - link.lag() + from;
        };
    }

    /** How far the predecessor may slip before this relationship pushes; negative where a constraint broke it. */
    static int gap(Link link, List<Integer> es, List<Integer> ef) {
        int from = (link.type().fromFinish() ? ef : es).get(link.from());
        int to = (link.type().toFinish() ? ef : es).get(link.to());
        return to - from - link.lag();
    }
}
