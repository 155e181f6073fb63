import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { VendorResponse } from "@/lib/vendors/types";
import { door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";

const MIB = 1024 * 1024;

async function answering(body: Buffer | string, headers: Record<string, string> = {}, bodyCap?: number) {
  const server = await vendor((_, response) =>
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(body),
  );
  return { server, ask: () => door({ baseUrl: server.url }, { bodyCap }).request(GET_JOB) };
}

function jsonOf(response: VendorResponse): Promise<unknown> {
  return Promise.resolve().then(() => response.json());
}

describe("compression", () => {
  const text = JSON.stringify({ name: "größer", list: Array.from({ length: 5000 }, (_, i) => i) });
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["identity", Buffer.from(text)],
    ["", Buffer.from(text)],
  ])("%s is undone", async (encoding, body) => {
    const { ask } = await answering(body, encoding === "" ? {} : { "content-encoding": encoding });
    expect((await ask()).text).toBe(text);
  });

  test.each([
    ["gzip", gzipSync(text).subarray(0, 500)],
    ["gzip", Buffer.from("no gzip at all")],
    ["br", Buffer.from("no brotli at all")],
    ["zstd", Buffer.from(text)],
    ["gzip, br", gzipSync(brotliCompressSync(text))],
  ])("damaged or unknown %s is a contract failure", async (encoding, body) => {
    const { ask } = await answering(body, { "content-encoding": encoding });
    expect((await failureOf(ask())).reason).toBe("contract");
  });

  test("an empty compressed body is an empty text", async () => {
    const { ask } = await answering("", { "content-encoding": "gzip" });
    expect((await ask()).text).toBe("");
  });
});

describe("size", () => {
  const zeros = Buffer.alloc(200 * MIB);
  test.each([
    ["gzip", gzipSync(zeros)],
    ["deflate", deflateSync(zeros)],
    ["br", brotliCompressSync(zeros)],
  ])("a %s bomb ends at the cap", async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(MIB);
    const { server, ask } = await answering(bomb, { "content-encoding": encoding });
    const before = process.memoryUsage().arrayBuffers;
    const failure = await failureOf(ask());
    expect(failure.reason).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MIB);
    expect(server.requests).toHaveLength(1);
  });

  test("a plain body ends at the cap, with its length told or not", async () => {
    const server = await vendor((request, response) => {
      response.writeHead(200, request.url.endsWith("1") ? { "content-length": String(200 * MIB) } : {});
      const chunk = Buffer.alloc(64 * 1024, "x");
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    });
    for (const path of ["/1", "/2"]) {
      const failure = await failureOf(door({ baseUrl: server.url }).request({ ...GET_JOB, path }));
      expect(failure.reason).toBe("too-large");
    }
    await expect.poll(() => server.openSockets()).toBe(0);
  });

  test("exactly the cap is fine", async () => {
    const fits = await answering("x".repeat(1000), {}, 1000);
    expect((await fits.ask()).text).toHaveLength(1000);
    const over = await answering("x".repeat(1001), {}, 1000);
    expect((await failureOf(over.ask())).reason).toBe("too-large");
  });

  test("endless headers", async () => {
    const server = await vendor((_, response) => response.writeHead(200, { "x-long": "x".repeat(100_000) }).end("{}"));
    expect((await failureOf(door({ baseUrl: server.url }).request(GET_JOB))).reason).toBe("too-large");
  });

  test("a token of 12 KB in a header arrives", async () => {
    const { ask } = await answering("{}", { "x-subject-token": "M".repeat(12_000) });
    expect((await ask()).headers["x-subject-token"]).toHaveLength(12_000);
  });
});

describe("JSON", () => {
  test.each([
    [
      "<!doctype html><title>Log in</title>",
      "text/html",
      /HTML page instead of JSON: probably a log-in page or the wrong address/,
    ],
    ["\n <html>", "application/json", /HTML page/],
    ["Please log in", "text/html; charset=utf-8", /HTML page/],
    ["", "application/json", /empty body/],
    [" \n", "application/json", /empty body/],
    ['{"a": [1, 2', "application/json", /not valid JSON/],
    ['{"a": 12345678901234567890', "application/json", /not valid JSON/],
    ["true false", "text/plain", /not valid JSON/],
    ["[".repeat(100_000), "application/json", /deeper than 32/],
    ["[".repeat(33) + "]".repeat(33), "application/json", /deeper than 32/],
    ['{"a":'.repeat(33) + "1" + "}".repeat(33), "application/json", /deeper than 32/],
  ])("%.30j is a contract failure in words", async (body, type, words) => {
    const { ask } = await answering(body, { "content-type": type });
    const failure = await failureOf(jsonOf(await ask()));
    expect(failure).toMatchObject({ reason: "contract", httpStatus: 200, operation: GET_JOB.operation });
    expect(failure.message).toMatch(words);
  });

  test("32 levels, and brackets in strings, are read", async () => {
    const deep = await answering("[".repeat(32) + "]".repeat(32));
    expect((await deep.ask()).json()).toBeInstanceOf(Array);
    const tricky = { text: `${"[{".repeat(50)}\\"\\\\`, next: "]" };
    const quoted = await answering(JSON.stringify(tricky));
    expect((await quoted.ask()).json()).toEqual(tricky);
  });

  test("no digit is lost, and what fits stays a number", async () => {
    const { ask } = await answering(
      '{"big": 12345678901234567890, "negative": -9007199254740993, "safe": 9007199254740991, "small": 7, ' +
        '"decimal": 0.1234567890123456789, "huge": 1e400, "exponent": 1e3, "text": "12345678901234567890", "zero": 0}',
    );
    expect((await ask()).json()).toEqual({
      big: "12345678901234567890",
      negative: "-9007199254740993",
      safe: 9007199254740991,
      small: 7,
      decimal: 0.12345678901234568,
      huge: "1e400",
      exponent: 1000,
      text: "12345678901234567890",
      zero: 0,
    });
  });

  test("jsonWith gives every number as its text", async () => {
    const { ask } = await answering('{"a": 1.10, "b": [2], "c": "3"}');
    expect((await ask()).jsonWith((text) => `n${text}`)).toEqual({ a: "n1.10", b: ["n2"], c: "3" });
  });

  test.each([
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    '{"__proto__": {"polluted": 1}, "n": 12345678901234567890}',
  ])("%s pollutes nothing", async (body) => {
    const { ask } = await answering(body);
    (await ask()).json();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("of a repeated key the last counts on both paths", async () => {
    const { ask } = await answering('{"a": 1, "a": 2, "b": 12345678901234567890}');
    expect((await ask()).json()).toEqual({ a: 2, b: "12345678901234567890" });
  });
});

test("other character sets, a byte order mark, no cookies", async () => {
  const latin = await answering(Buffer.from('{"name":"gr\xfcn"}', "latin1"), {
    "content-type": "application/json; charset=iso-8859-1",
  });
  expect((await latin.ask()).json()).toEqual({ name: "grün" });
  const marked = await answering("\ufeff{}", { "set-cookie": "JSESSIONID=1", "X-Odd": "1" });
  const response = await marked.ask();
  expect(response.json()).toEqual({});
  expect(response.headers).not.toHaveProperty("set-cookie");
  expect(response.headers).toHaveProperty("x-odd", "1");
});
