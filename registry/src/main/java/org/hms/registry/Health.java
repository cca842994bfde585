package org.hms.registry;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;

/** Live: the process answers. Ready: the database answers and the index has caught up with it. */
final class Health {

    private Health() {}

    static void register(Environment environment, Foundation foundation) {
        environment.healthChecks().register("database", new Check(() -> {
            foundation.changes().last();
            return HealthCheck.Result.healthy();
        }));
        environment.healthChecks().register("patient-index", new Check(() -> {
            long behind = foundation.patients().lastRecordChange()
                    - foundation.follower().appliedUpTo();
            return behind <= 0
                    ? HealthCheck.Result.healthy()
                    : HealthCheck.Result.unhealthy("The index is %d changes behind", behind);
        }));
        environment.admin().addServlet("live", new LiveServlet()).addMapping("/live");
    }

    private static final class Check extends HealthCheck {
        private final Callable<Result> look;

        Check(Callable<Result> look) {
            this.look = look;
        }

        @Override
        protected Result check() throws Exception {
            return look.call();
        }
    }

    private static final class LiveServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().println("live");
        }
    }
}
