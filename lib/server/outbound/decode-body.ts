import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/** More bytes than the cap, counted after decompression. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}
/** A compression that we did not ask for, or a body that does not follow it. */
export class BodyUndecodable extends Error {
  override readonly name = "BodyUndecodable";
}

/**
 * Reads a body whole, decompressed.
 * @throws BodyTooLarge beyond `cap` bytes on the wire or decompressed; BodyUndecodable; the socket's own errors.
 */
export async function decodeBody(body: Readable, encoding: string, cap: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  const wire = capped(body, cap);
  if (name === "" || name === "identity") return join(wire);
  const first = await wire.next();
  if (first.done) return Buffer.alloc(0);
  const decoder = decoderFor(name, first.value);
  try {
    return await join(capped(through(decoder, first.value, wire), cap));
  } finally {
    decoder.destroy();
  }
}

function decoderFor(name: string, start: Buffer): Transform {
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "br") return createBrotliDecompress();
  // Some servers leave the zlib header away; its low nibble is always 8.
  if (name === "deflate") return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  throw new BodyUndecodable(`compression "${name.slice(0, 40)}"`);
}

/** Feeds the decoder as fast as it is read, and tells the socket's failures from the decoder's. */
async function* through(decoder: Transform, first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let wireError: unknown = null;
  const feeding = (async () => {
    try {
      decoder.write(first);
      for await (const chunk of rest) {
        if (!decoder.write(chunk)) await drained(decoder);
      }
      decoder.end();
    } catch (error) {
      wireError = error;
      decoder.destroy(error instanceof Error ? error : new Error("the body ended early"));
    }
  })();
  try {
    for await (const chunk of decoder) yield chunk as Buffer;
    await feeding;
  } catch (error) {
    throw wireError ?? new BodyUndecodable("damaged compression", { cause: error });
  }
}

function drained(decoder: Transform): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      decoder.off("drain", done).off("close", done).off("error", done);
      resolve();
    };
    decoder.on("drain", done).on("close", done).on("error", done);
  });
}

async function* capped(source: AsyncIterable<Buffer>, cap: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > cap) throw new BodyTooLarge(`more than ${cap} bytes`);
    yield chunk;
  }
}

async function join(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
