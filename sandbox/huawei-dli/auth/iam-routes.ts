import type { Hono } from "hono";
import { z } from "zod";
import { IAM_USER, PROJECTS } from "../accounts";
import type { DliWorld } from "../world";

const LogIn = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      password: z.object({
        user: z.object({ name: z.string(), password: z.string(), domain: z.object({ name: z.string() }) }),
      }),
    }),
    scope: z.object({ project: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
  }),
});

/** IAM's log-in: 201 with the token in `X-Subject-Token` (contract page 1.2). */
export function iamRoutes(app: Hono, world: DliWorld): void {
  app.post("/v3/auth/tokens", async (c) => {
    world.begin();
    const refuse = (status: 400 | 401, message: string) =>
      c.json(
        world.switches.iamErrorBody === "keystone"
          ? { error: { code: status, message, title: status === 401 ? "Unauthorized" : "Bad Request" } }
          : { error_code: status === 401 ? "IAM.0101" : "IAM.0011", error_msg: message },
        status,
      );
    const parsed = LogIn.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return refuse(400, "The request body is invalid.");
    const { identity, scope } = parsed.data.auth;
    const { user } = identity.password;
    const right =
      user.name === IAM_USER.name && user.password === IAM_USER.password && user.domain.name === IAM_USER.domain;
    if (!right) return refuse(401, "The username or password is wrong.");
    const project = Object.entries(PROJECTS).find(
      ([name, id]) => scope.project.id === id || scope.project.name === name,
    );
    if (!project) return refuse(401, "The scope of the token is invalid: no such project.");

    const [name, id] = project;
    const now = world.clock.now();
    const { tokenSeconds: seconds, tokenLength: length } = world.switches;
    const issued = world.tokens.issue({ projectId: id, userName: user.name, now, seconds, length });
    c.header("X-Subject-Token", issued.token);
    return c.json(
      {
        token: {
          methods: ["password"],
          issued_at: microseconds(issued.issuedAt),
          expires_at: microseconds(issued.expiresAt),
          user: { id: IAM_USER.id, name: user.name, domain: { id: IAM_USER.domainId, name: IAM_USER.domain } },
          project: { id, name, domain: { id: IAM_USER.domainId, name: IAM_USER.domain } },
          roles: [{ id: "0", name: "te_agency" }],
          ...(c.req.query("nocatalog") === undefined
            ? { catalog: [{ type: "dliv2", name: "dli", endpoints: [] }] }
            : {}),
        },
      },
      201,
    );
  });
}

function microseconds(at: number): string {
  return new Date(at).toISOString().replace("Z", "000Z");
}
