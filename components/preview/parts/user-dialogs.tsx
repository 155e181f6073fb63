"use client";

import { UserDialog } from "@/components/settings/user-dialog";
import { UserSettings } from "@/components/settings/user-settings";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_USERS } from "@/components/preview/samples/access";
import { ASKS_USERS, asksConnections } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, refuses } from "@/components/preview/stage/sample-server";
import { Opened } from "@/components/preview/stage/scene";
import type { User } from "@/lib/contract/access";
import { apiRoutes } from "@/lib/url/routes";

const NO_STEPS: readonly Step[] = [];
const FILLED: readonly Step[] = [
  { type: "admin@jobwatch.test", into: "E-mail" },
  { type: "twelve letters", into: "Password" },
  { press: "Save" },
];
const REMOVE: readonly Step[] = [{ press: "Remove viewer@jobwatch.test" }];

const dialog = (user: User | null, steps: readonly Step[] = NO_STEPS, answers: Answers = {}) =>
  function SampleDialog() {
    return (
      <Answered answers={{ ...asksConnections(), ...answers }}>
        <Played steps={steps}>
          <Opened>{(close) => <UserDialog user={user} onClose={close} />}</Opened>
        </Played>
      </Answered>
    );
  };

export const USER_DIALOGS: PartsOf<"user-dialogs"> = {
  Add: dialog(null),
  "Edit, limited to connections": dialog(SAMPLE_USERS[2] ?? null),
  "Add: refused": dialog(null, FILLED, {
    [`POST ${apiRoutes.users}`]: refuses("conflict", 409, { errors: [{ field: "email", message: "is taken" }] }),
  }),
  Remove: () => (
    <Answered answers={ASKS_USERS}>
      <Played steps={REMOVE}>
        <UserSettings />
      </Played>
    </Answered>
  ),
};
