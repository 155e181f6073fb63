import { buildApp } from "./build/build-app";

process.exitCode = (await buildApp()) ? 0 : 1;
