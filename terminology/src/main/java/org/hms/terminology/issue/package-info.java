/**
 * What is wrong with a code, a value set or a question, as FHIR names it; the texts are HL7's and found by their keys. Start at {@link org.hms.terminology.issue.Issue}.
 */
@NullMarked
package org.hms.terminology.issue;

import org.jspecify.annotations.NullMarked;
