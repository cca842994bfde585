package org.hms.registry.facility.fhir;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.facility.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Where a facility is written to. */
public final class AddressMapping {

    private AddressMapping() {}

    public static @Nullable PostalAddress read(Address sent) {
        if (sent.isEmpty()) {
            return null;
        }
        return new PostalAddress(
                sent.getText(),
                sent.getLine().stream().map(StringType::getValue).toList(),
                sent.getCity(),
                sent.getDistrict(),
                sent.getState(),
                sent.getPostalCode(),
                sent.getCountry());
    }

    static @Nullable Address toAddress(@Nullable PostalAddress kept) {
        if (kept == null) {
            return null;
        }
        var address = new Address()
                .setText(kept.text())
                .setCity(kept.city())
                .setDistrict(kept.district())
                .setState(kept.state())
                .setPostalCode(kept.postalCode())
                .setCountry(kept.country());
        kept.lines().forEach(address::addLine);
        return address;
    }
}
