package org.hms.seed.people;

/** The systems that identifiers in the synthetic population belong to. */
public final class IdentifierSystems {

    /** The national identity document of Paraguay. */
    public static final String CEDULA = "https://registry.hms.gov.py/id/cedula";

    /** The Argentine national identity document. */
    public static final String DNI = "http://www.renaper.gob.ar/dni";

    /** The Brazilian taxpayer number. */
    public static final String CPF = "https://rnds-fhir.saude.gov.br/NamingSystem/cpf";

    private static final String SOURCE = "https://registry.hms.gov.py/id/source/";

    private IdentifierSystems() {}

    /** The system of the record numbers that one source gives. */
    public static String ofSource(String source) {
        return SOURCE + source;
    }
}
