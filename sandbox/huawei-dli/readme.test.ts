import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACCESS_KEYS, DEFAULT_PROJECT_ID, FIXED_TOKEN, IAM_USER } from "./accounts";
import { BATCH_SCENARIOS } from "./batch/scenarios";
import { FLINK_SCENARIOS } from "./flink/scenarios";
import { SQL_SCENARIOS } from "./sql/scenarios";
import { DLI_SWITCHES } from "./switches";

test("the README names every account, scenario and switch", () => {
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  const names = [
    ...ACCESS_KEYS.flatMap((key) => [key.ak, key.sk, ...(key.securityToken ? [key.securityToken] : [])]),
    ...[DEFAULT_PROJECT_ID, FIXED_TOKEN, IAM_USER.domain, IAM_USER.name, IAM_USER.password],
    ...[DLI_SWITCHES, SQL_SCENARIOS, FLINK_SCENARIOS, BATCH_SCENARIOS].flatMap((table) => Object.keys(table)),
  ];
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
