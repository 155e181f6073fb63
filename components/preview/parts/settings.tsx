"use client";

import { SettingsPage } from "@/components/settings/settings-page";
import type { PartsOf } from "@/components/preview/catalogue";
import { ASKS_TOKENS, ASKS_USERS, failsAt } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, says } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import type { Me } from "@/lib/contract/access";
import { apiRoutes } from "@/lib/url/routes";

const NO_STEPS: readonly Step[] = [];
const MADE: readonly Step[] = [{ type: "weekly report", into: "Name of a new token" }, { press: "Make a token" }];

const page = (answers: Answers, role: Me["role"] = "admin", steps: readonly Step[] = NO_STEPS) =>
  function SamplePage() {
    return (
      <Scene role={role}>
        <Answered answers={{ ...ASKS_TOKENS, ...ASKS_USERS, ...answers }}>
          <Played steps={steps}>
            <SettingsPage />
          </Played>
        </Answered>
      </Scene>
    );
  };

export const SETTINGS: PartsOf<"settings"> = {
  "Of an admin": page({}),
  "Of a viewer": page({}, "viewer"),
  "No tokens": page({ [`GET ${apiRoutes.tokens}`]: says({ items: [] }) }, "viewer"),
  "A new token": page(
    {
      [`POST ${apiRoutes.tokens}`]: says({ id: "3", name: "weekly report", token: "shown-this-once-and-made-up" }, 201),
    },
    "operator",
    MADE,
  ),
  "Users could not be had": page(failsAt(apiRoutes.users)),
};
