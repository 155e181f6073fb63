import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { hydratedAfterLoad } from "./hydrated";
import { logInByApi, type Role } from "./log-in";
import { SandboxControl } from "./sandbox-control";
import { theWorld, type World } from "./world";

export { expect } from "@playwright/test";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface TestFixtures {
  /** A page of a browser that nobody has logged in to is Playwright's own `page`; these are logged in. */
  viewerPage: Page;
  operatorPage: Page;
  adminPage: Page;
  /** Control of the three vendors. What a test breaks is mended after it. */
  lake: SandboxControl;
  dliNorth: SandboxControl;
  datameer: SandboxControl;
}

interface WorkerFixtures {
  world: World;
  sessions: (role: Role) => Promise<StorageState>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  world: [
    async ({}, use) => {
      await use(theWorld());
    },
    { scope: "worker" },
  ],
  baseURL: async ({ world }, use) => {
    await use(world.baseUrl);
  },
  page: async ({ page }, use) => {
    await use(hydratedAfterLoad(page));
  },
  // One log-in per role and worker: logging in is slow on purpose.
  sessions: [
    async ({ playwright, world }, use) => {
      const known = new Map<Role, Promise<StorageState>>();
      const logIn = async (role: Role) => {
        const request = await playwright.request.newContext();
        try {
          await logInByApi(request, world.baseUrl, role);
          return await request.storageState();
        } finally {
          await request.dispose();
        }
      };
      await use((role) => {
        const state = known.get(role) ?? logIn(role);
        known.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  viewerPage: pageOf("viewer"),
  operatorPage: pageOf("operator"),
  adminPage: pageOf("admin"),
  lake: controlOf("lake"),
  dliNorth: controlOf("dliNorth"),
  datameer: controlOf("datameer"),
});

interface Ingredients {
  browser: import("@playwright/test").Browser;
  world: World;
  sessions: WorkerFixtures["sessions"];
  contextOptions: import("@playwright/test").BrowserContextOptions;
}

/** A page in a context of its own, so that two roles can stand side by side in one test. */
function pageOf(role: Role) {
  return async (
    { browser, world, sessions, contextOptions }: Ingredients,
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const storageState = await sessions(role);
    const context = await browser.newContext({ ...contextOptions, baseURL: world.baseUrl, storageState });
    await use(hydratedAfterLoad(await context.newPage()));
    await context.close();
  };
}

function controlOf(name: keyof World["sandboxes"]) {
  return async ({ world }: { world: World }, use: (control: SandboxControl) => Promise<void>): Promise<void> => {
    const control = new SandboxControl(world.sandboxes[name]);
    await use(control);
    await control.mend();
    await control.clock({ speed: 1 });
  };
}
