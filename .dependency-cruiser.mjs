/**
 * The borders between the folders. `reachable` rules follow imports as far as they go, since what must not reach the
 * browser must not reach it through a third file either. A test, and what only tests use, may cross most of them.
 */
const TESTS = [
  "\.test\.tsx?$",
  "\.testkit\.ts$",
  "/(testing|testkit)/",
  "/test-(database|descriptors|services|world)\.ts$",
  "^lib/vendors/_shared/(connector-contract|sane-snapshot)\.ts$",
  "^sandbox/[^/]+/testing\.ts$",
].join("|");

/** @type {import("dependency-cruiser").IConfiguration} */
const borders = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "browser-never-reaches-server",
      comment: "Shapes come from lib/contract; what a vendor can do reaches the browser as data.",
      severity: "error",
      from: { path: "^(components|lib/(query|contract|url|format))/", pathNot: TESTS },
      to: { path: "^lib/(server|vendors)/", reachable: true },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: "^lib/jobs/", pathNot: TESTS },
      to: { pathNot: "^lib/jobs/" },
    },
    {
      name: "lib-knows-no-page",
      severity: "error",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-page",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "only-server-calls-vendors",
      severity: "error",
      from: { pathNot: ["^lib/(server|vendors)/", "^(e2e|scripts)/", TESTS] },
      to: { path: "^lib/vendors/" },
    },
    {
      name: "vendors-know-no-server",
      comment: "A connector is handed an authenticated `request`; database, environment and pages are not its matter.",
      severity: "error",
      from: { path: "^lib/vendors/", pathNot: TESTS },
      to: { path: ["^lib/(server|query|url)/", "^node_modules/(next|react|react-dom|drizzle-orm|pg)/"] },
    },
    {
      name: "vendors-are-strangers",
      severity: "error",
      from: { path: "^lib/vendors/([^/]+)/" },
      to: { path: "^lib/vendors/([^/]+)/", pathNot: "^lib/vendors/($1|_shared)/" },
    },
    {
      name: "sandbox-shares-no-code",
      comment: "It must be able to disagree with the connectors.",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^(app|components|lib)/" },
    },
    {
      name: "sandboxes-are-strangers",
      severity: "error",
      from: { path: "^sandbox/([^/]+)/" },
      to: { path: "^sandbox/([^/]+)/", pathNot: "^sandbox/($1|kit)/" },
    },
    {
      name: "production-never-tests",
      severity: "error",
      from: { path: "^(app|components|lib)/|^[^/]+\\.ts$", pathNot: [TESTS, "^[^/]+\\.config\\.ts$"] },
      to: { path: [TESTS, "^(sandbox|e2e|scripts)/", "^node_modules/(vitest|fast-check|@playwright)/"] },
    },
    {
      name: "no-lost-imports",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Types count: a shape of the server in the browser's code is a border crossed.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|\\.tmp)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};

export default borders;
