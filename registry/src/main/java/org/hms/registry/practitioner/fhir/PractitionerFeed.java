package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner.PractitionerQualificationComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hms.matching.person.Sex;
import org.hms.registry.facility.fhir.IdentifierMapping;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.KeptElements;
import org.hms.registry.practitioner.Licence;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.practitioner.PractitionerName;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.practitioner.ProviderSource;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Professionals as other systems write them: a name, licences with their period, languages, other numbers. */
final class PractitionerFeed {

    private static final String PATH = "Practitioner";

    private final ProviderDirectory directory;
    private final InstantSource clock;

    PractitionerFeed(ProviderDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    FhirAnswer create(FhirRequest request) {
        var created = publish(request, ProviderFeed.newId(Practitioner.ID_PREFIX), null);
        return FhirAnswer.created(
                PractitionerMapping.toPractitioner(created),
                PATH + "/" + created.content().id() + "/_history/" + created.version());
    }

    FhirAnswer update(FhirRequest request) {
        var current = directory
                .findPractitioner(request.requireId())
                .orElseThrow(() -> FhirProblem.notFound("No Practitioner has this id; ids are given here, by POST"));
        request.conditional().requireMatch(Integer.toString(current.version()));
        return FhirAnswer.ok(
                PractitionerMapping.toPractitioner(publish(request, request.requireId(), current.content())));
    }

    private Published<Practitioner> publish(FhirRequest request, String id, @Nullable Practitioner current) {
        var sent = request.requireBody(org.hl7.fhir.r4.model.Practitioner.class);
        var practitioner = practitioner(sent, id, current);
        var now = ProviderFeed.now(clock);
        KeptElements.require(sent, PractitionerMapping.toPractitioner(new Published<>(practitioner, 1, now)));
        return directory.publish(practitioner, now, request.caller());
    }

    private static Practitioner practitioner(
            org.hl7.fhir.r4.model.Practitioner sent, String id, @Nullable Practitioner current) {
        var source = current == null ? new ProviderSource(ProviderFeed.LIST, id, false) : current.source();
        return new Practitioner(
                id,
                source,
                name(sent.getName()),
                sex(sent.getGender()),
                sent.getQualification().stream().map(PractitionerFeed::licence).toList(),
                sent.getCommunication().stream()
                        .map(language -> ProviderFeed.type(language, PATH + ".communication")
                                .code())
                        .toList(),
                numbers(sent, source),
                sent.hasActive() && !sent.getActive());
    }

    private static PractitionerName name(List<HumanName> names) {
        if (names.size() != 1) {
            throw FhirProblem.required("A professional has one name", PATH + ".name");
        }
        var name = names.getFirst();
        var family = ProviderFeed.required(name.getFamily(), PATH + ".name.family");
        return new PractitionerName(
                name.getGiven().stream().map(PrimitiveType::getValue).toList(), List.of(family.split("\\s+")));
    }

    private static Sex sex(@Nullable AdministrativeGender gender) {
        return switch (gender) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER ->
                throw FhirProblem.unprocessable("This directory keeps female, male and unknown")
                        .at(PATH + ".gender");
            case UNKNOWN, NULL -> Sex.UNKNOWN;
            case null -> Sex.UNKNOWN;
        };
    }

    private static Licence licence(PractitionerQualificationComponent sent) {
        var path = PATH + ".qualification";
        var from = ProviderFeed.day(sent.getPeriod().getStartElement(), path + ".period.start");
        var until = ProviderFeed.day(sent.getPeriod().getEndElement(), path + ".period.end");
        if (from == null || until == null) {
            throw FhirProblem.required("A licence is valid from a day until another", path + ".period");
        }
        if (until.isBefore(from)) {
            throw FhirProblem.invalid("The period ends before it begins", path + ".period");
        }
        var number = sent.getIdentifierFirstRep();
        if (sent.getIdentifier().size() != 1 || !DirectorySystems.LICENCE.equals(number.getSystem())) {
            throw FhirProblem.required(
                    "A licence has one number, of " + DirectorySystems.LICENCE, path + ".identifier");
        }
        return new Licence(
                ProviderFeed.required(number.getValue(), path + ".identifier.value"),
                ProviderFeed.type(sent.getCode(), path + ".code"),
                from,
                until);
    }

    /** Licences and the row of the list are told elsewhere. */
    private static List<DirectoryIdentifier> numbers(org.hl7.fhir.r4.model.Practitioner sent, ProviderSource source) {
        var others = new ArrayList<DirectoryIdentifier>();
        for (var number : IdentifierMapping.toDirectory(sent.getIdentifier(), PATH)) {
            if (!number.system().equals(DirectorySystems.LICENCE)
                    && !number.system().equals(DirectorySystems.LIST + source.list())) {
                others.add(number);
            }
        }
        return others;
    }
}
