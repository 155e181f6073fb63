import { datameer } from "@/lib/vendors/datameer";
import { TestWorld } from "@/lib/vendors/datameer/open-world.testkit";
import { runConnectorContract, type ConnectorWorld } from "@/lib/vendors/_shared/connector-contract";

type Kind = "execution" | "configuration";

async function open(kind: Kind): Promise<ConnectorWorld> {
  const world = await TestWorld.open({}, 800);
  const { session } = world;
  const play = async (scenario: string) => {
    const played = await session.play(scenario);
    // Long enough for the list to have the execution's id.
    await session.step(5_000);
    return String(kind === "execution" ? played.executionId : played.configurationId);
  };
  return {
    origin: session.sandbox.origin,
    context: (credential) => world.context(credential === "wrong" ? { password: "no-such-password" } : {}),
    runningJob: () => play("slow-run"),
    finishedJob: () => play("quick"),
    unknownWordJob: async () => ({ id: await play("unknown-word"), word: "COMPILING" }),
    // Housekeeping purges executions; a configuration goes with the world that it was added to.
    purge: async (id) =>
      void (await (kind === "execution" ? session.control("DELETE", `jobs/${id}`) : session.control("POST", "reset"))),
    emptyList: async () => void (await session.turn("seedSituation", "idle")),
    oddRow: async () =>
      void (await session.control("POST", "fault", {
        kind: "replace",
        path: "list-running",
        from: "[{",
        to: '[{"jobStatus":"RUNNING","jobExecutionId":1},{',
      })),
    settle: async () => void (await session.step(30_000)),
    close: () => world.close(),
  };
}

for (const kind of ["execution", "configuration"] as const) {
  runConnectorContract(`datameer / ${kind}`, {
    connector: datameer,
    kind,
    unknownId: "999999",
    malformedId: "12a",
    endingAction: "stop",
    open: () => open(kind),
  });
}
