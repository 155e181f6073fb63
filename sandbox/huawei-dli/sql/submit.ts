import { z } from "zod";
import type { Random } from "../../kit/random";
import { KNOWN_QUEUES } from "../catalogue/names";
import { SQL_TEMPLATES, type SqlType } from "../catalogue/sql-statements";
import { badParameter, DliError } from "../wire/errors";
import type { DliCall } from "../wire/gateway";
import { makeSqlJob, randomLife, type SqlLife } from "./make-sql-job";

const Submission = z.object({
  sql: z.string().min(1).max(500_000),
  currentdb: z.string().optional(),
  queue_name: z.string().optional(),
  conf: z.array(z.string()).optional(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
  engine_type: z.enum(["spark", "hetuEngine"]).optional(),
});

/** `POST …/submit-job`: a new job with a life of its own (contract page 2.7). */
export async function submitSqlJob(call: DliCall) {
  const parsed = Submission.safeParse(await call.body());
  if (!parsed.success) throw badParameter(String(parsed.error.issues[0]?.path[0] ?? "body"));
  const { sql, queue_name: queue = "default", tags, conf, engine_type: engine = "spark", currentdb } = parsed.data;
  if (!KNOWN_QUEUES.has(queue)) {
    throw new DliError(call.switches.missingQueue, {
      en: `There is no queue named ${queue}`,
      zh: `不存在名为 ${queue} 的队列`,
    });
  }
  const type = typeOf(sql);
  const template = SQL_TEMPLATES.find((candidate) => candidate.type === type);
  const { random } = call.world;
  const job = {
    ...makeSqlJob(random, call.now, lifeOf(type, random), template && { ...template, text: () => sql }),
    queue,
    engine,
    owner: call.user,
    database: currentdb ?? template?.database,
    tags,
    userConf:
      conf && JSON.stringify(Object.fromEntries(conf.map((line) => line.split("=").map((part) => part.trim())))),
  };
  call.world.sql.set(job.id, job);
  return { is_success: true, message: "", job_id: job.id, job_type: job.type, job_mode: job.mode };
}

function typeOf(sql: string): SqlType {
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "";
  if (verb === "INSERT" || verb === "UPDATE" || verb === "DELETE") return verb;
  if (verb === "LOAD") return "IMPORT";
  if (verb === "EXPORT") return "EXPORT";
  if (verb === "GRANT" || verb === "REVOKE") return "DCL";
  if (["CREATE", "ALTER", "DROP", "TRUNCATE"].includes(verb)) return "DDL";
  return "QUERY";
}

/** DCL is synchronous and over when the answer comes; DDL takes seconds. */
function lifeOf(type: SqlType, random: Random): SqlLife {
  if (type === "DCL") return { launchMs: 0, runMs: 0, end: "FINISHED" };
  if (type === "DDL") return { launchMs: 1000, runMs: 4000, end: "FINISHED" };
  return randomLife(random);
}
