package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;

/** Compares what was sent with what would be kept, element by element, to whatever depth. */
public final class KeptElements {

    /** What the service writes itself, the narrative, which is made anew from the data, and texts beside a code or reference. */
    private static final Set<String> OURS = Set.of("id", "meta", "text", "language", "active", "display");

    private KeptElements() {}

    /** Refuses with 422, naming it, when an element that was sent is not kept, or fewer of it. */
    public static void require(DomainResource sent, DomainResource kept) {
        require(sent, kept, sent.fhirType());
    }

    private static void require(Base sent, Base kept, String path) {
        for (var element : sent.children()) {
            var values = filled(element.getValues());
            if (values.isEmpty() || OURS.contains(element.getName())) {
                continue;
            }
            var property = kept.getNamedProperty(element.getName());
            var same = property == null ? List.<Base>of() : filled(property.getValues());
            var place = path + "." + element.getName();
            if (same.size() < values.size()) {
                throw FhirProblem.unprocessable("This directory does not keep this element")
                        .at(place);
            }
            if (values.getFirst() instanceof Extension) {
                requireExtensions(values, same, place);
                continue;
            }
            for (int i = 0; i < values.size(); i++) {
                require(values.get(i), same.get(i), place);
            }
        }
    }

    /** Extensions stand in no order but that among those of one URL. */
    private static void requireExtensions(List<Base> sent, List<Base> kept, String place) {
        var left = new ArrayList<>(kept);
        for (var one : sent) {
            var same = left.stream()
                    .filter(other -> ((Extension) other).getUrl().equals(((Extension) one).getUrl()))
                    .findFirst()
                    .orElseThrow(() -> FhirProblem.unprocessable("This directory does not keep this element")
                            .at(place));
            left.remove(same);
            require(one, same, place);
        }
    }

    private static List<Base> filled(List<Base> values) {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }
}
