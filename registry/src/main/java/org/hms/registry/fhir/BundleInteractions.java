package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hms.registry.access.Role;

/**
 * Transactions and batches of what endpoints offer singly: each entry is taken by what would take it alone, for those who may
 * ask for it alone. A transaction is committed whole or not at all, its deletions first, then what is created, revised and
 * read.
 */
public final class BundleInteractions {

    private static final int MOST_ENTRIES = 500;

    /** Resources and concepts with which one batch is answered, about; then it is refused what it still asks. */
    private static final int MOST_ANSWERED = 50_000;

    private final Map<String, FhirEndpoint> endpoints;
    private final Set<String> transacted;
    private final Transactions transactions;
    private final Function<RuntimeException, FhirProblem> faults;
    private final FhirSettings settings;

    /** Does all of it in one transaction, or nothing. */
    @FunctionalInterface
    public interface Transactions {
        Bundle together(Supplier<Bundle> work);
    }

    /** Bundles of the transacted, and batches that may ask others beside them; what fails in a batch is told by the faults. */
    public BundleInteractions(
            List<FhirEndpoint> transacted,
            List<FhirEndpoint> others,
            Transactions transactions,
            Function<RuntimeException, FhirProblem> faults,
            FhirSettings settings) {
        this.endpoints = Stream.concat(transacted.stream(), others.stream())
                .collect(Collectors.toMap(FhirEndpoint::type, Function.identity()));
        this.transacted = transacted.stream().map(FhirEndpoint::type).collect(Collectors.toSet());
        this.transactions = transactions;
        this.faults = faults;
        this.settings = settings;
    }

    /** The same system, whose bundles of these types are taken here; transactions from these roles alone. */
    public FhirEndpoint beside(FhirEndpoint system, Role... roles) {
        var allowed = Set.of(roles);
        return system.withBundles(
                request -> concerns(request, transacted)
                        ? transaction(require(request, allowed))
                        : others(system, Interaction.Kind.TRANSACTION, request),
                request -> concerns(request, endpoints.keySet())
                        ? batch(request)
                        : others(system, Interaction.Kind.BATCH, request));
    }

    private static FhirAnswer others(FhirEndpoint system, Interaction.Kind kind, FhirRequest request) {
        return system.find(kind)
                .map(interaction -> interaction.handler().handle(require(request, interaction.roles())))
                .orElseThrow(() -> FhirProblem.notSupported("Bundles of this type are not taken")
                        .at("Bundle.type"));
    }

    private static FhirRequest require(FhirRequest request, Set<Role> roles) {
        if (!roles.isEmpty() && !roles.contains(request.caller().role())) {
            throw FhirProblem.forbidden("The role " + request.caller().role().code() + " may not ask for this");
        }
        return request;
    }

    /** Bundles of these types alone; who takes others as well, refuses what is not theirs. */
    private static boolean concerns(FhirRequest request, Set<String> taken) {
        var types = request.requireBody(Bundle.class).getEntry().stream()
                .map(BundledInteraction::typeOf)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toSet());
        return !types.isEmpty() && taken.containsAll(types);
    }

    private FhirAnswer transaction(FhirRequest request) {
        var entries = entries(request);
        return FhirAnswer.ok(transactions.together(() -> {
            var references = new BundledReferences(entries);
            var answers = new BundleEntryComponent[entries.size()];
            for (int place : references.order(this::parsed)) {
                answers[place] = placed(place, () -> single(request, entries.get(place), references));
            }
            return response(BundleType.TRANSACTIONRESPONSE, List.of(answers));
        }));
    }

    private FhirAnswer batch(FhirRequest request) {
        var entries = entries(request);
        var references = new BundledReferences(List.of());
        var answers = new ArrayList<BundleEntryComponent>();
        var answered = 0;
        for (var entry : entries) {
            try {
                requireRoom(answered);
                var answer = single(request, entry, references);
                answered += BundledAnswers.weight(answer);
                answers.add(answer);
            } catch (RuntimeException thrown) {
                answers.add(BundledAnswers.of(faults.apply(thrown)));
            }
        }
        return FhirAnswer.ok(response(BundleType.BATCHRESPONSE, answers));
    }

    private static void requireRoom(int answered) {
        if (answered > MOST_ANSWERED) {
            throw FhirProblem.tooCostly("The answers to this batch are too long together; ask for the rest in another");
        }
    }

    private static List<BundleEntryComponent> entries(FhirRequest request) {
        var entries = request.requireBody(Bundle.class).getEntry();
        if (entries.size() > MOST_ENTRIES) {
            throw FhirProblem.of(422, IssueType.TOOCOSTLY, "At most " + MOST_ENTRIES + " entries are taken at once")
                    .at("Bundle.entry");
        }
        return entries;
    }

    private BundledInteraction parsed(BundleEntryComponent entry) {
        return BundledInteraction.of(entry, endpoints, settings);
    }

    private BundleEntryComponent single(FhirRequest request, BundleEntryComponent entry, BundledReferences references) {
        var wanted = parsed(entry);
        references.settle(entry);
        require(request, wanted.roles());
        var answer = wanted.handler().handle(wanted.within(request));
        references.stands(entry, answer);
        return BundledAnswers.of(answer, request.base());
    }

    private static BundleEntryComponent placed(int place, Supplier<BundleEntryComponent> work) {
        try {
            return work.get();
        } catch (FhirProblem problem) {
            throw BundledAnswers.placed(problem, place);
        }
    }

    private static Bundle response(BundleType type, List<BundleEntryComponent> answers) {
        var response = new Bundle().setType(type);
        answers.forEach(response::addEntry);
        return response;
    }
}
