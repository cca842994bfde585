package org.hms.matching.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.hms.matching.person.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * The systems of the region whose numbers carry check digits. Only their URIs are known: a file's own column that happens
 * to be called "cpf" is not checked, and Paraguay's and Argentina's cédula and DNI have no check digit.
 */
public enum IdentifierSystem {
    RUC(CheckDigits::ruc, "registry.hms.gov.py/id/ruc"),
    CPF(CheckDigits::cpf, "rnds-fhir.saude.gov.br/NamingSystem/cpf"),
    CNS(CheckDigits::cns, "rnds-fhir.saude.gov.br/NamingSystem/cns"),
    CUIL(CheckDigits::cuil, "www.afip.gob.ar/cuil"),
    RUN(CheckDigits::run, "registrocivil.cl/run", "www.registrocivil.cl/run"),
    URUGUAYAN_CEDULA(CheckDigits::uruguayanCedula, "urn:oid:2.16.858.1.858.68909");

    private static final Map<String, IdentifierSystem> BY_URI = byUri();

    private final Predicate<String> checked;
    private final String[] addresses;

    IdentifierSystem(Predicate<String> checked, String... addresses) {
        this.checked = checked;
        this.addresses = addresses;
    }

    /** Null for a system without check digits, or unknown here. */
    public static @Nullable IdentifierSystem of(String uri) {
        return BY_URI.get(uri);
    }

    /** Whether the check digits fit the rest, for a number of letters and digits only, without leading zeros. */
    public boolean fits(String number) {
        return checked.test(number);
    }

    /** Whether the identifier's check digits, where its system has any, do not fit however it is written. */
    public static boolean isMistyped(Identifier identifier) {
        var system = of(identifier.system().strip());
        return system != null && !system.fits(Numbers.canonical(identifier.value()));
    }

    private static Map<String, IdentifierSystem> byUri() {
        var systems = new HashMap<String, IdentifierSystem>();
        for (var system : values()) {
            for (var address : system.addresses) {
                if (address.startsWith("urn:")) {
                    systems.put(address, system);
                } else {
                    systems.put("https://" + address, system);
                    systems.put("http://" + address, system);
                }
            }
        }
        return Map.copyOf(systems);
    }
}
