import { runConnectorContract, type ConnectorWorld } from "@/lib/vendors/_shared/connector-contract";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import { DliWorldKit } from "@/lib/vendors/huawei-dli/dli-world.testkit";

type Kind = "sql" | "flink" | "spark-batch";

/** How each kind's situations are made in the sandbox, and how its rows and lists look on the wire. */
const KINDS = {
  sql: { ended: "quick-run", runs: "runs-forever", word: "COMPUTED", list: "/v1.0/{p}/jobs?page-size=100" },
  flink: { ended: "finishes", runs: "running", word: "job_scaling", list: "/v1.0/{p}/streaming/jobs?limit=100" },
  "spark-batch": { ended: "succeeds", runs: "runs-forever", word: "preempted", list: "/v2.0/{p}/batches" },
} as const;

async function openWorld(kind: Kind): Promise<ConnectorWorld> {
  const kit = await DliWorldKit.start({ jobs: { sql: 3, flink: 3, sparkBatch: 3, arrivals: false } });
  const { sandbox } = kit;
  const { ended, runs, word, list } = KINDS[kind];
  const make = async (scenario: string, passes = 0) => {
    const id = await sandbox.make(kind, scenario);
    await sandbox.step(passes);
    return id;
  };
  return {
    origin: sandbox.origin,
    context: (credential) =>
      kit.context(credential && { scheme: "iam-token", values: { token: "not-a-token-of-anybody" } }),
    runningJob: () => make(runs, 5_000),
    finishedJob: () => make(ended, 60_000),
    unknownWordJob: async () => ({ id: await make("unknown-status", 5_000), word }),
    purge: async (id) => void (await sandbox.delete(`/__sandbox/jobs/${kind}/${id}`)),
    emptyList: async () => {
      for (const id of idsIn((await sandbox.get(list)).body)) await sandbox.delete(`/__sandbox/jobs/${kind}/${id}`);
    },
    oddRow: async () => {
      const id = await make(runs, 5_000);
      const [from, to] = {
        sql: [`"job_id":"${id}"`, '"job_id":{}'],
        flink: [`"job_id":${id},`, '"job_id":{},'],
        "spark-batch": [`"id":"${id}"`, '"id":{}'],
      }[kind];
      await sandbox.control("fault", { kind: "replace", from, to });
    },
    settle: () => sandbox.step(120_000),
    close: () => kit.close(),
  };
}

/** The ids in any of the three lists. */
function idsIn(body: Record<string, unknown>): string[] {
  const { jobs, job_list, sessions } = body as {
    jobs?: { job_id: string }[];
    job_list?: { jobs: { job_id: number }[] };
    sessions?: { id: string }[];
  };
  return [...(jobs ?? job_list?.jobs ?? []).map((row) => String(row.job_id)), ...(sessions ?? []).map((row) => row.id)];
}

const common = { connector: huaweiDli, malformedId: "no such id" };
const uuid = "00000000-0000-4000-8000-000000000000";

runConnectorContract("huawei-dli / sql", {
  ...common,
  kind: "sql",
  unknownId: uuid,
  endingAction: "cancel",
  open: () => openWorld("sql"),
});
runConnectorContract("huawei-dli / flink", {
  ...common,
  kind: "flink",
  unknownId: "987654321",
  endingAction: "stop",
  open: () => openWorld("flink"),
});
runConnectorContract("huawei-dli / spark-batch", {
  ...common,
  kind: "spark-batch",
  unknownId: uuid,
  endingAction: "cancel",
  open: () => openWorld("spark-batch"),
});
