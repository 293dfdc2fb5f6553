package dev.mooring.systemtests.law;

import dev.mooring.topology.upgrade.BuildDescriber;
import dev.mooring.topology.upgrade.BuildFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.compiler.specific.SpecificCompiler.FieldVisibility;
import org.apache.avro.generic.GenericData.StringType;

/**
 * A build of a later version: this one, but for events that have one field more. The classes of the
 * new schema are generated and compiled as the build does it.
 *
 * @param classes that go before this build's on the class path
 * @param jar by which the build is known to {@code mooring upgrade-check}
 */
record NextBuild(Path classes, Path jar) {

  /** A field that only this build knows. */
  static final Map<String, Object> NEW_FIELD = Map.of("mood", "hopeful");

  static NextBuild in(Path directory) throws Exception {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    generate(EventWriter.withOneMoreField().schema(), sources);
    compile(sources, classes);
    return new NextBuild(classes, jar(classes, directory.resolve("mooring-topology-next.jar")));
  }

  private static void generate(Schema schema, Path sources) throws IOException {
    SpecificCompiler compiler = new SpecificCompiler(schema);
    compiler.setStringType(StringType.String);
    compiler.setFieldVisibility(FieldVisibility.PRIVATE);
    compiler.setCreateSetters(false);
    compiler.setEnableDecimalLogicalType(true);
    compiler.compileToDestination(null, sources.toFile());
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<Path> java = found.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the next build does not compile: " + sources);
      }
    }
  }

  private static Path jar(Path classes, Path jar) throws Exception {
    try (URLClassLoader loader =
            new URLClassLoader(classPath(classes), ClassLoader.getPlatformClassLoader());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(BuildFile.NAME));
      out.write(described(loader).getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return jar;
  }

  /** The build describes itself, in a class loader in which its classes come first. */
  private static String described(ClassLoader loader) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(loader); // Kafka looks for its classes there
    try {
      Object build =
          loader.loadClass(BuildDescriber.class.getName()).getMethod("describe").invoke(null);
      return (String)
          loader
              .loadClass(BuildFile.class.getName())
              .getMethod("json", build.getClass())
              .invoke(null, build);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static URL[] classPath(Path classes) {
    Stream<Path> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of);
    return Stream.concat(Stream.of(classes), others).map(NextBuild::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
