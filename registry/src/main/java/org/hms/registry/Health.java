package org.hms.registry;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

/** Live: the process answers. Ready: the database answers, the index has caught up with it, and there is room to write. */
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
        environment
                .healthChecks()
                .register(
                        "disk",
                        new Check(() -> foundation.database().room().isFull()
                                ? HealthCheck.Result.unhealthy(
                                        "Too little room is left on the disk; nothing is written")
                                : HealthCheck.Result.healthy()));
        environment.admin().addServlet("live", new LiveServlet()).addMapping("/live");
        environment
                .admin()
                .addServlet("ready", new ReadyServlet(environment.healthChecks()))
                .addMapping("/ready");
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

    /** 200 when every check passes, otherwise 503 with the names of those that do not. */
    private static final class ReadyServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient HealthCheckRegistry checks;

        ReadyServlet(HealthCheckRegistry checks) {
            this.checks = checks;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var failing = checks.runHealthChecks().entrySet().stream()
                    .filter(check -> !check.getValue().isHealthy())
                    .map(Map.Entry::getKey)
                    .toList();
            response.setContentType("text/plain");
            response.setStatus(
                    failing.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.getWriter().println(failing.isEmpty() ? "ready" : "not ready: " + String.join(", ", failing));
        }
    }
}
