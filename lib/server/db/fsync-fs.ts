import { fsyncSync } from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

interface EmscriptenWithNodeFs {
  NODEFS: { stream_ops: Record<string, unknown> };
}

/**
 * The embedded database's files, with an fsync that reaches the disk. The bundled file system has none, so that a power
 * loss could damage the whole directory and not only its last rows. Leans on an internal of the pinned version: a test
 * counts the calls.
 */
export class FsyncFs extends NodeFS {
  /** For the test that counts. */
  static calls = 0;

  override async init(...args: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const result = await super.init(...args);
    const preRun = [result.emscriptenOpts.preRun ?? []].flat();
    preRun.push((module: unknown) => {
      (module as EmscriptenWithNodeFs).NODEFS.stream_ops.fsync = (stream: { nfd: number }) => {
        FsyncFs.calls += 1;
        fsyncSync(stream.nfd);
        return 0;
      };
    });
    return { ...result, emscriptenOpts: { ...result.emscriptenOpts, preRun } };
  }
}
