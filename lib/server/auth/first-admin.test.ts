import { afterEach, describe, expect, it } from "vitest";
import { prepareFirstAdmin, setUpFirstAdmin, setupNeeded } from "@/lib/server/auth/first-admin";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { listUsers } from "@/lib/server/store/access/users";

describe("the first admin", () => {
  let services: TestServices;
  afterEach(() => services.close());
  const silent = (): void => {
    throw new Error("printed");
  };

  it("comes from the environment, once", async () => {
    services = await createTestServices({ bootstrapAdmin: { email: "Root@Example.com", password: "long enough" } });
    await prepareFirstAdmin(services, silent);
    await prepareFirstAdmin(services, silent);
    expect((await listUsers(services.db)).map(({ email, role }) => [email, role])).toEqual([
      ["root@example.com", "admin"],
    ]);
  });

  it("is made by one of the first visitors, with any printed code, once", async () => {
    services = await createTestServices();
    const lines: string[] = [];
    await prepareFirstAdmin(services, (line) => lines.push(line));
    await prepareFirstAdmin(services, (line) => lines.push(line));
    const [code, other] = lines.map((line) => /code (\S+)$/.exec(line)?.[1] ?? "");
    expect(code).not.toBe(other);
    expect(await setupNeeded(services)).toBe(true);
    const input = { email: "a@example.com", password: "long enough password" };
    await expect(setUpFirstAdmin(services, { ...input, code: "AAAAA-AAAAA-AAAAA-AAAAA" })).rejects.toMatchObject({
      code: "wrong_credentials",
    });
    const tries = await Promise.allSettled(
      ["a@example.com", "b@example.com"].map((email) =>
        setUpFirstAdmin(services, { ...input, email, code: ` ${(code ?? "").toLowerCase()} ` }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(setUpFirstAdmin(services, { ...input, code: other ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await setupNeeded(services)).toBe(false);
    await prepareFirstAdmin(services, silent);
  });
});
