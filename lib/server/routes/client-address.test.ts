import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress, prepareRequests } from "@/lib/server/routes/client-address";

describe("clientAddress", () => {
  const of = (headers: Record<string, string>, publicUrl: string | null = null) =>
    clientAddress(new Headers(headers), publicUrl);

  it("is the socket's, whatever a client writes", () => {
    expect(of({ "x-jobwatch-peer": "198.51.100.7", "x-forwarded-for": "1.2.3.4" })).toBe("198.51.100.7");
    expect(of({ "x-jobwatch-peer": "198.51.100.7", "x-forwarded-for": "1.2.3.4" }, "https://a.example")).toBe(
      "198.51.100.7",
    );
    expect(of({ "x-jobwatch-peer": "127.0.0.1", "x-forwarded-for": "1.2.3.4" })).toBe("127.0.0.1");
  });

  it("is what the proxy in front saw last, where there is one", () => {
    const headers = { "x-jobwatch-peer": "::ffff:10.0.0.2", "x-forwarded-for": "6.6.6.6, 198.51.100.7" };
    expect(of(headers, "https://a.example")).toBe("198.51.100.7");
  });

  it("comes from the socket also where a client sends the header itself", async () => {
    prepareRequests();
    const server = createServer((request, response) => response.end(request.headers["x-jobwatch-peer"]));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const seen = await new Promise<string>((resolve) => {
      get({ port, host: "127.0.0.1", headers: { "x-jobwatch-peer": "6.6.6.6" } }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      });
    });
    server.close();
    expect(seen).toBe("127.0.0.1");
  });
});
