package org.hms.registry.patient.fhir;

/** What can be asked of Patient beyond its current version and who it may be. */
public record PatientQueries(PatientVersions versions, EverythingOperation everything, MdmSubmit submit) {}
