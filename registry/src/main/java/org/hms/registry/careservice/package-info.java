/**
 * What is offered where, how an organisation is reached, and who works with whom: mCSD's HealthcareService, Endpoint and
 * OrganizationAffiliation. Start reading at {@link org.hms.registry.careservice.CareDirectory}.
 */
@NullMarked
package org.hms.registry.careservice;

import org.jspecify.annotations.NullMarked;
