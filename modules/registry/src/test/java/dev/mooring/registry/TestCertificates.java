package dev.mooring.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys with certificates that they signed themselves, made by the JDK's keytool; for tests. */
public final class TestCertificates {

  public static final String PASSWORD = "change-it";

  private static final List<String> VALIDITY = List.of("-validity", "3");

  private final Path directory;

  private TestCertificates(Path directory) {
    this.directory = directory;
  }

  /** A server here, one of another name, one whose time is over, and a client. */
  public static TestCertificates in(Path directory) throws Exception {
    Map<String, List<String>> each =
        Map.of(
            "server", List.of("-ext", "san=ip:127.0.0.1", "-validity", "3"),
            "elsewhere", List.of("-ext", "san=dns:elsewhere.example", "-validity", "3"),
            "issuer", List.of("-ext", "bc:critical=ca:true", "-validity", "3"),
            "client", List.of("-validity", "3"));
    List<Process> running = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : each.entrySet()) {
      running.add(keytool(directory, entry.getKey(), entry.getValue()));
    }
    for (Process process : running) {
      await(process);
    }
    return new TestCertificates(directory).withExpired();
  }

  /** Whoever is trusted by name is not asked for the time: it takes one whom another has signed. */
  private TestCertificates withExpired() throws Exception {
    List<String> over =
        List.of("-signer", "issuer", "-ext", "san=ip:127.0.0.1", "-startdate", "-9d");
    Files.copy(keyStore("issuer"), keyStore("expired"));
    await(keytool(directory, "expired", Stream.concat(over.stream(), VALIDITY.stream()).toList()));
    return this;
  }

  private static void await(Process process) throws Exception {
    if (process.waitFor() != 0) {
      byte[] said = process.getInputStream().readAllBytes();
      throw new IOException(new String(said, StandardCharsets.UTF_8));
    }
  }

  private static Process keytool(Path directory, String name, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-dname", "CN=" + name, "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", directory.resolve(name + ".p12").toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(more);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** The file with the key of a name. */
  public Path keyStore(String name) {
    return directory.resolve(name + ".p12");
  }

  /** A file with the certificate of a name and no key. */
  public Path trustStore(String name, String type) throws IOException, GeneralSecurityException {
    Path file = directory.resolve(name + "-trust." + type);
    try (OutputStream out = Files.newOutputStream(file)) {
      trusting(name, type).store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private KeyStore trusting(String name, String type) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setCertificateEntry(name, certificate(name));
    return store;
  }

  public String certificatePem(String name) throws IOException, GeneralSecurityException {
    return pem("CERTIFICATE", certificate(name).getEncoded());
  }

  public String keyPem(String name) throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", load(name).getKey(name, PASSWORD.toCharArray()).getEncoded());
  }

  /** What a server shows, which wants a certificate of the client when it trusts one. */
  public SSLContext context(String server) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(server), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusting("client", "PKCS12"));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private Certificate certificate(String name) throws IOException, GeneralSecurityException {
    return load(name).getCertificate(name);
  }

  private KeyStore load(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
