package org.hms.registry.notify.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word on a receiver's name is taken over TLS: the authorities the Java machine trusts, and those of a file beside them. */
final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * @param file certificates of authorities in PEM form, one after the other; null for none
     * @throws IllegalArgumentException if the file holds none, or something else
     */
    static SSLContext context(@Nullable Path file) {
        try {
            if (file == null) {
                return SSLContext.getDefault();
            }
            var trusted = new LinkedHashSet<Certificate>(usual());
            trusted.addAll(read(file));
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var certificate : trusted) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("The trusted certificates cannot be read: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("These are no certificates in PEM form: " + file, e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (var stream = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("The file of trusted certificates holds none: " + file);
            }
            return certificates;
        }
    }

    private static Collection<X509Certificate> usual() throws GeneralSecurityException {
        return Arrays.stream(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
