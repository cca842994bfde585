package org.hms.registry.patient;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A store that commits as it should but for the next commit, which can be held up, fail, or be done and not be heard of. */
final class TroubledStore {

    /** What comes about a commit. */
    interface Trouble {
        Object around(Callable<Object> commit) throws Exception;
    }

    private final AtomicReference<Trouble> next = new AtomicReference<>(Callable::call);
    private final AtomicInteger groups = new AtomicInteger();
    private final PatientStore troubled;

    TroubledStore(PatientStore store) {
        troubled = (PatientStore) Proxy.newProxyInstance(
                PatientStore.class.getClassLoader(), new Class<?>[] {PatientStore.class}, (_, method, arguments) -> {
                    try {
                        if (method.getName().equals("commit")) {
                            return next.getAndSet(Callable::call).around(() -> method.invoke(store, arguments));
                        }
                        if (method.getName().equals("findRecords")) {
                            groups.incrementAndGet();
                        }
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    PatientStore store() {
        return troubled;
    }

    void trouble(Trouble trouble) {
        next.set(trouble);
    }

    /** How often somebody began to resolve a group. */
    int groups() {
        return groups.get();
    }
}
