package org.hms.registry.access;

import java.util.Map;
import java.util.TreeMap;

/** The purposes of use by their codes in HL7's PurposeOfUse, with the words in which they are told to a person. */
public final class Purpose {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("TREAT", "Atención de la salud"),
            Map.entry("ETREAT", "Atención de urgencia"),
            Map.entry("BTG", "Acceso de emergencia"),
            Map.entry("CAREMGT", "Gestión de la atención"),
            Map.entry("COORDCARE", "Coordinación de la atención"),
            Map.entry("PUBHLTH", "Salud pública"),
            Map.entry("HOPERAT", "Gestión del servicio"),
            Map.entry("HPAYMT", "Pago de prestaciones"),
            Map.entry("HRESCH", "Investigación"),
            Map.entry("PATADMIN", "Administración de pacientes"),
            Map.entry("PATRQT", "Pedido de la propia persona"),
            Map.entry("FAMRQT", "Pedido de la familia"),
            Map.entry("HLEGAL", "Requerimiento legal"),
            Map.entry("HSYSADMIN", "Administración del sistema"),
            Map.entry("HDM", "Calidad de los datos"));

    private Purpose() {}

    public static boolean isKnown(String code) {
        return LABELS.containsKey(code);
    }

    /** The words for a code, or the code itself where a token names one of its own. */
    public static String label(String code) {
        return LABELS.getOrDefault(code, code);
    }

    public static String known() {
        return String.join(", ", new TreeMap<>(LABELS).keySet());
    }
}
