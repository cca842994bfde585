package org.hms.registry;

import java.util.List;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;

/** The source systems that a demonstration has: one for each sector, and a hospital across the border. */
final class SourceSystems {

    private static final List<SourceSystem> DEMONSTRATION = List.of(
            source("mspbs-his", "HIS, Ministerio de Salud Pública y Bienestar Social", Sector.MSPBS, 1),
            source("ips", "SIH, Instituto de Previsión Social", Sector.IPS, 2),
            source("private-net", "Red de sanatorios privados", Sector.PRIVATE, 3),
            source("border-hospital", "Hospital de frontera", Sector.FOREIGN, 4));

    private SourceSystems() {}

    private static SourceSystem source(String id, String name, Sector sector, int trustRank) {
        return new SourceSystem(id, name, sector, SyntheticPeople.systemOf(id), trustRank);
    }

    static void register(PatientStore store) {
        DEMONSTRATION.forEach(store::put);
    }
}
