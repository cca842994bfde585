package org.hms.registry.patient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The identifier systems as we write them. Sources spell one system in several ways, and the national guide gives a type
 * code and no system at all; both are settled here, so that a number is only ever compared within its own system.
 */
public final class IdentifierSystems {

    public static final String CEDULA = "https://registry.hms.gov.py/id/cedula";
    public static final String FOREIGN_CEDULA = "https://registry.hms.gov.py/id/foreign-cedula";
    public static final String PASSPORT = "https://registry.hms.gov.py/id/passport";
    public static final String ENTERPRISE_ID = "https://registry.hms.gov.py/id/eid";

    /** The type codes of the national guide's IdentificadoresPersona. */
    private static final Map<String, String> BY_TYPE =
            Map.of("01", CEDULA, "02", FOREIGN_CEDULA, "03", PASSPORT, "PPN", PASSPORT);

    private static final Map<String, String> SPELLINGS = spellings();

    private IdentifierSystems() {}

    private static Map<String, String> spellings() {
        var spellings = new HashMap<String, String>();
        spellings.put("http://vigicanpy.gov.py/documentopaciente", CEDULA);
        spellings.put("http://vigicanpy.gov.py/pasaporte", PASSPORT);
        spellings.put(
                "http://rnds-fhir.saude.gov.br/NamingSystem/cpf", "https://rnds-fhir.saude.gov.br/NamingSystem/cpf");
        spellings.put(
                "http://rnds-fhir.saude.gov.br/NamingSystem/cns", "https://rnds-fhir.saude.gov.br/NamingSystem/cns");
        spellings.put("https://www.renaper.gob.ar/dni", "http://www.renaper.gob.ar/dni");
        spellings.put("http://www.registrocivil.cl/run", "http://registrocivil.cl/run");
        return Map.copyOf(spellings);
    }

    /** The system as we write it. */
    public static String canonical(String system) {
        var trimmed = system.strip();
        return SPELLINGS.getOrDefault(trimmed, trimmed);
    }

    /** The system that an identifier without one means by its type code. */
    public static Optional<String> ofType(String typeCode) {
        return Optional.ofNullable(BY_TYPE.get(typeCode));
    }
}
