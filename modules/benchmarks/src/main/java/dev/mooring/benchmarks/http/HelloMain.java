package dev.mooring.benchmarks.http;

import io.javalin.Javalin;

/**
 * The measure: the library that Mooring's server is made with, and nothing else. Says where it
 * listens. Argument: how many bytes its answer has.
 */
public final class HelloMain {

  private HelloMain() {}

  public static void main(String[] args) throws Exception {
    String hello = "h".repeat(Integer.parseInt(args[0]));
    Javalin app =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.concurrency.useVirtualThreads = true;
              config.routes.get("/hello", ctx -> ctx.result(hello));
            });
    app.start("127.0.0.1", 0);
    System.out.println("ready http://127.0.0.1:" + app.port() + "/hello");
    UntilTold.await();
    app.stop();
  }
}
