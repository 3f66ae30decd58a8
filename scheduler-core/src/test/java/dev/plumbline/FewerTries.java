package dev.plumbline;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Ends a property after so many tries where the system property asks for it: mutation testing runs each of them a thousand times. */
public final class FewerTries implements AroundTryHook {

    private final int most = Integer.getInteger("plumbline.tries", Integer.MAX_VALUE);

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor tryOut, List<Object> parameters) {
        Store<Integer> tries = Store.getOrCreate(FewerTries.class, Lifespan.PROPERTY, () -> 0);
        tries.update(done -> done + 1);
        TryExecutionResult result = tryOut.execute(parameters);
        boolean enough = tries.get() >= most && result.status() == TryExecutionResult.Status.SATISFIED;
        return enough ? TryExecutionResult.satisfied(true) : result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return most < Integer.MAX_VALUE;
    }
}
