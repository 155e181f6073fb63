"use client";

import { ConnectionActions } from "@/components/connections/connection-actions";
import { ConnectionDialog } from "@/components/connections/connection-dialog";
import type { PartsOf } from "@/components/preview/catalogue";
import { PAUSED, TEST_BAD, TEST_OK } from "@/components/preview/samples/connections";
import { SAMPLE_VENDORS } from "@/components/preview/samples/vendors";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, refuses, says } from "@/components/preview/stage/sample-server";
import { Opened } from "@/components/preview/stage/scene";
import type { Connection } from "@/lib/contract/connection";
import { apiRoutes } from "@/lib/url/routes";

interface Sample {
  /** The vendor that the form begins with. */
  vendor?: string;
  /** Of its ways to log in, the one that it begins with. */
  auth?: string;
  connection?: Connection;
  steps?: readonly Step[];
  answers?: Answers;
}
const NO_STEPS: readonly Step[] = [];

/** The form begins with its first vendor and that one's first log-in. */
function vendorsFrom(vendor: string, auth: string | undefined) {
  const first = (one: (typeof SAMPLE_VENDORS)[number]) => Number(one.id !== vendor);
  return [...SAMPLE_VENDORS]
    .sort((a, b) => first(a) - first(b))
    .map((one) => ({ ...one, auth: [...one.auth].sort((a, b) => Number(a.type !== auth) - Number(b.type !== auth)) }));
}

const dialog = ({ vendor = "dremio", auth, connection, steps = NO_STEPS, answers = {} }: Sample) =>
  function SampleDialog() {
    return (
      <Answered answers={answers}>
        <Played steps={steps}>
          <Opened>
            {(close) => (
              <ConnectionDialog vendors={vendorsFrom(vendor, auth)} connection={connection ?? null} onClose={close} />
            )}
          </Opened>
        </Played>
      </Answered>
    );
  };

const REMOVE: readonly Step[] = [{ press: "Remove" }];
const FILLED: readonly Step[] = [
  { type: "lake", into: "Id" },
  { type: "Dremio lakehouse", into: "Name" },
  { type: "https://169.254.169.254", into: "Address" },
  { type: "not-a-real-token", into: "Token" },
];
const WRONG = refuses("invalid_connection", 422, {
  errors: [
    { field: "id", message: "is taken" },
    { field: "baseUrl", message: "lies in a network that may not be reached" },
  ],
});

export const CONNECTION_DIALOGS: PartsOf<"connection-dialogs"> = {
  "Add: Dremio": dialog({}),
  "Add: DLI with an access key": dialog({ vendor: "huawei-dli", auth: "aksk" }),
  "Add: DLI with an IAM user": dialog({ vendor: "huawei-dli", auth: "password" }),
  "Add: Datameer": dialog({ vendor: "datameer" }),
  "Add: fields that are wrong": dialog({
    steps: [...FILLED, { press: "Save" }],
    answers: { [`POST ${apiRoutes.connections}`]: WRONG },
  }),
  "Add: tested, it answers": dialog({
    steps: [...FILLED, { press: "Test" }],
    answers: { [`POST ${apiRoutes.testConnection}`]: says(TEST_OK) },
  }),
  "Add: tested, it does not": dialog({
    steps: [...FILLED, { press: "Test" }],
    answers: { [`POST ${apiRoutes.testConnection}`]: says(TEST_BAD) },
  }),
  "Add: left with something typed": dialog({ steps: [...FILLED, { key: "Escape" }] }),
  Edit: dialog({ connection: PAUSED }),
  Remove: () => (
    <Played steps={REMOVE}>
      <ConnectionActions connection={PAUSED} vendors={SAMPLE_VENDORS} />
    </Played>
  ),
};
