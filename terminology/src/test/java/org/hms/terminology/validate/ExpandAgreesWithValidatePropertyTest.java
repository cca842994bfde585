package org.hms.terminology.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.terminology.compile.SampleSystems.concept;
import static org.hms.terminology.compile.SampleSystems.filtered;
import static org.hms.terminology.compile.SampleSystems.imported;
import static org.hms.terminology.compile.SampleSystems.listed;
import static org.hms.terminology.compile.SampleSystems.valueSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.ask.TerminologyParameters.Page;
import org.hms.terminology.compile.DefinedConcept;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.compile.SampleSystems;
import org.hms.terminology.expand.ExpandedConcept;
import org.hms.terminology.expand.ValueSetExpander;
import org.hms.terminology.expand.ValueSetExpander.Limits;
import org.hms.terminology.validate.AskedConcept.Form;
import org.hms.terminology.valueset.Composition;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a value set is made of: the codes of its expansion are exactly those that are valid in it. */
class ExpandAgreesWithValidatePropertyTest {
    private static final List<String> SYSTEMS = List.of("http://example.org/a", "http://example.org/b");

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expandedAndValidCodesAreTheSame(long seed) {
        var random = new Random(seed);
        var systems = SYSTEMS.stream().map(url -> system(random, url)).toList();
        var valueSets = new ArrayList<ValueSetDefinition>();
        for (var at = 0; at < 4; at++) {
            valueSets.add(randomValueSet(random, at));
        }
        var asked = valueSets.getLast();

        assertThat(valid(systems, valueSets, asked)).isEqualTo(expanded(systems, valueSets, asked));
    }

    private static Set<String> expanded(
            List<DefinedContent> systems, List<ValueSetDefinition> valueSets, ValueSetDefinition asked) {
        var page = TerminologyParameters.NONE.withPage(new Page(null, 0, 1_000, 0));
        var resolution = SampleSystems.resolution(systems, valueSets.toArray(ValueSetDefinition[]::new));
        var codes = new TreeSet<String>();
        collect(
                new ValueSetExpander(resolution, page, new Limits(1_000, 1_000))
                        .expand(asked)
                        .contains(),
                codes);
        return codes;
    }

    private static void collect(List<ExpandedConcept> contains, Set<String> codes) {
        for (var one : contains) {
            codes.add(one.system() + "#" + one.code());
            collect(one.contains(), codes);
        }
    }

    private static Set<String> valid(
            List<DefinedContent> systems, List<ValueSetDefinition> valueSets, ValueSetDefinition asked) {
        var codes = new TreeSet<String>();
        for (var system : systems) {
            var url = system.header().url();
            for (var code : Stream.concat(SampleSystems.codes(system).stream(), Stream.of("none"))
                    .toList()) {
                var resolution = SampleSystems.resolution(systems, valueSets.toArray(ValueSetDefinition[]::new));
                var concept = new AskedConcept(Form.CODING, List.of(new AskedCode(url, null, code, null)));
                if (new CodeValidator(resolution, TerminologyParameters.NONE, asked)
                        .validate(concept)
                        .result()) {
                    codes.add(url + "#" + code);
                }
            }
        }
        return codes;
    }

    private static DefinedContent system(Random random, String url) {
        var roots = new ArrayList<DefinedConcept>();
        for (var at = 0; at < 3; at++) {
            roots.add(branch(random, "c" + at, 3));
        }
        return SampleSystems.system(url, "1", roots);
    }

    private static DefinedConcept branch(Random random, String code, int depth) {
        var children = new ArrayList<DefinedConcept>();
        for (var at = 0; depth > 0 && at < random.nextInt(3); at++) {
            children.add(branch(random, code + at, depth - 1));
        }
        var properties = new HashMap<String, String>();
        properties.put("legs", Integer.toString(random.nextInt(3)));
        if (random.nextInt(4) == 0) {
            properties.put("status", "retired");
        }
        return concept(code, Map.copyOf(properties), children.toArray(DefinedConcept[]::new));
    }

    /** It may take in those with smaller numbers, so there is no circle. */
    private static ValueSetDefinition randomValueSet(Random random, int number) {
        var includes = new ArrayList<ConceptSelection>();
        var excludes = new ArrayList<ConceptSelection>();
        for (var at = 0; at <= random.nextInt(3); at++) {
            includes.add(selection(random, number));
        }
        for (var at = 0; at < random.nextInt(3); at++) {
            excludes.add(selection(random, number));
        }
        var plain = valueSet("http://example.org/vs/" + number, includes, excludes);
        return new ValueSetDefinition(
                plain.url(),
                plain.version(),
                plain.language(),
                plain.state(),
                new Composition(includes, excludes, random.nextInt(3) == 0 ? Boolean.FALSE : null, null),
                null,
                List.of(),
                List.of(),
                Map.of(),
                false,
                null);
    }

    private static ConceptSelection selection(Random random, int number) {
        var system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
        return switch (random.nextInt(number == 0 ? 5 : 7)) {
            case 0 -> ConceptSelection.wholeSystem(system, null);
            case 1 -> listed(system, "c0", "c10", "c2", "none");
            case 2 -> filtered(system, new ConceptFilter("concept", "is-a", "c" + random.nextInt(3)));
            case 3 ->
                filtered(
                        system,
                        new ConceptFilter("concept", "descendent-of", "c1"),
                        new ConceptFilter("legs", "=", Integer.toString(random.nextInt(3))));
            case 4 -> filtered(system, new ConceptFilter("code", "regex", "c[01]+"));
            case 5 -> imported("http://example.org/vs/" + random.nextInt(number));
            default -> {
                var filter = new ConceptFilter("legs", "in", "0,1");
                var other = "http://example.org/vs/" + random.nextInt(number);
                yield new ConceptSelection(system, null, List.of(), List.of(filter), List.of(other));
            }
        };
    }
}
