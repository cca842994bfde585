/**
 * Judgement that stewards own: what a score or a proposal means. Each package is facts, a unit, a policy and a rule file.
 */
@NullMarked
package org.hms.rules;

import org.jspecify.annotations.NullMarked;
