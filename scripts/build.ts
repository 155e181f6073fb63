import { buildApp } from "./build/build-app";

// Next's build is a process of its own: ended alone, we would leave it at work.
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());

process.exitCode = (await buildApp(stop.signal)) ? 0 : 1;
