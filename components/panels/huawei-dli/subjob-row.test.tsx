import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textOf } from "@/components/panels/detail-of.testkit";
import { sampleSubjob } from "@/components/panels/huawei-dli/samples";
import { SubjobRow } from "@/components/panels/huawei-dli/subjob-row";

const moreOf = (part: Parameters<typeof sampleSubjob>[0]) =>
  /<details.*<\/details>/s.exec(renderToStaticMarkup(<SubjobRow subjob={sampleSubjob(part)} />))?.[0] ?? null;

it("a subjob's job group and all of its stage ids can be opened without a pointer", () => {
  const stageIds = Array.from({ length: 60 }, (_, id) => id + 100);
  const text = textOf(moreOf({ stageIds, jobGroup: "group-7" }) ?? "");
  expect(text).toContain("group-7");
  expect(text).toContain("159");
});

it("a subjob that says no more than its row has nothing to open", () => {
  expect(moreOf({ jobGroup: null, stageIds: [1] })).toBeNull();
});
