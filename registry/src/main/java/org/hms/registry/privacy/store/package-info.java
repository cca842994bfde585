/** Access reports, rectifications, objections and retention in Postgres. Start reading at {@link org.hms.registry.privacy.store.JdbiAccessReports}. */
@NullMarked
package org.hms.registry.privacy.store;

import org.jspecify.annotations.NullMarked;
