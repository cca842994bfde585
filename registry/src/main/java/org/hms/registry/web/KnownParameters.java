package org.hms.registry.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a query parameter that the matched method of the native face does not take: it is a typing error. */
final class KnownParameters implements DynamicFeature {
    private static final String NATIVE = "api/v1";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var path = resource.getResourceClass().getAnnotation(Path.class);
        if (path != null && path.value().replaceFirst("^/", "").startsWith(NATIVE)) {
            var known = new TreeSet<String>();
            collect(resource.getResourceMethod(), known);
            collectAll(resource.getResourceClass(), known);
            context.register(refuseOthers(known), ContainerRequestFilter.class);
        }
    }

    private static ContainerRequestFilter refuseOthers(Set<String> known) {
        return request -> {
            for (var name : request.getUriInfo().getQueryParameters().keySet()) {
                if (!known.contains(name)) {
                    var shown = name.matches("[A-Za-z0-9_.:-]{1,64}") ? name : "(unprintable)";
                    throw ProblemException.badParameter(shown, "is not known here; known are " + known);
                }
            }
        };
    }

    private static void collectAll(Class<?> type, Set<String> known) {
        Arrays.stream(type.getDeclaredFields()).forEach(field -> take(field, field.getType(), known));
        Arrays.stream(type.getDeclaredConstructors()).forEach(constructor -> collect(constructor, known));
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("set"))
                .forEach(method -> take(method, Void.class, known));
    }

    private static void collect(Executable executable, Set<String> known) {
        Arrays.stream(executable.getParameters()).forEach(parameter -> take(parameter, parameter.getType(), known));
    }

    private static void take(AnnotatedElement element, Class<?> type, Set<String> known) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            known.add(query.value());
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            collectAll(type, known);
        }
    }
}
