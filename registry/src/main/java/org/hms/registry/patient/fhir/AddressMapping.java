package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hms.matching.person.PostalAddress;
import org.hms.matching.person.Residence;
import org.hms.registry.patient.SpelledAddress;
import org.jspecify.annotations.Nullable;

/** FHIR addresses and our residence, which is a place on the territory's INE codes with the text beside it. */
final class AddressMapping {

    static final String DEPARTMENT = "https://registry.hms.gov.py/fhir/StructureDefinition/ine-department";
    static final String DISTRICT = "https://registry.hms.gov.py/fhir/StructureDefinition/ine-district";

    private AddressMapping() {}

    static @Nullable Residence toResidence(Address address) {
        var district = code(address, DISTRICT);
        var department = code(address, DEPARTMENT);
        if (department == null && district != null && district.length() == 4) {
            department = district.substring(0, 2);
        }
        var text = text(address);
        var postal = postal(address);
        return district == null && department == null && text == null && postal == null
                ? null
                : new Residence(department, district, text, postal);
    }

    private static @Nullable PostalAddress postal(Address address) {
        var postal = new PostalAddress(
                address.getLine().stream()
                        .map(StringType::getValue)
                        .filter(line -> line != null && !line.isBlank())
                        .toList(),
                nonBlank(address.getCity()),
                nonBlank(address.getState()),
                nonBlank(address.getPostalCode()),
                nonBlank(address.getCountry()));
        return postal.equals(PostalAddress.NONE) ? null : postal;
    }

    private static @Nullable String nonBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static Address toAddress(Residence residence) {
        var spelled = SpelledAddress.of(residence);
        var address = new Address()
                .setText(spelled.text())
                .setCity(spelled.city())
                .setDistrict(spelled.district())
                .setState(spelled.state())
                .setPostalCode(spelled.postalCode())
                .setCountry(spelled.country());
        spelled.lines().forEach(address::addLine);
        if (residence.department() != null) {
            address.addExtension(DEPARTMENT, new CodeType(residence.department()));
        }
        if (residence.district() != null) {
            address.addExtension(DISTRICT, new CodeType(residence.district()));
        }
        return address;
    }

    private static @Nullable String code(Address address, String url) {
        var extension = address.getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof PrimitiveType<?> value && value.hasValue()
                ? value.getValueAsString()
                : null;
    }

    private static @Nullable String text(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        var text = new StringBuilder();
        for (var part : new String[] {address.getCity(), address.getDistrict(), address.getState()}) {
            if (part != null && !part.isBlank()) {
                text.append(text.isEmpty() ? "" : ", ").append(part.strip());
            }
        }
        return text.isEmpty() ? null : text.toString();
    }
}
