"use client";

import { type DemoAccount, LoginCard } from "@/components/login/login-card";
import type { PartsOf } from "@/components/preview/catalogue";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, says } from "@/components/preview/stage/sample-server";
import { apiRoutes } from "@/lib/url/routes";

const NO_STEPS: readonly Step[] = [];
const FILLED: readonly Step[] = [
  { type: "admin@jobwatch.test", into: "E-mail" },
  { type: "not the password", into: "Password" },
  { press: "Log in" },
];
const REFUSED: Answers = {
  "GET /api/auth/csrf": says({ csrfToken: "made-up" }),
  "POST /api/auth/callback/credentials": says({}, 401),
};
const DEMO: DemoAccount[] = ["viewer", "operator", "admin"].map((role) => ({
  email: `${role}@jobwatch.test`,
  password: "made-up",
  role,
}));

const card = (needed: boolean, demo: DemoAccount[] = [], steps: readonly Step[] = NO_STEPS) =>
  function SampleCard() {
    return (
      <Answered answers={{ [`GET ${apiRoutes.setup}`]: says({ needed }), ...REFUSED }}>
        <Played steps={steps}>
          <div className="flex w-full max-w-sm flex-col gap-4">
            <LoginCard target="/jobs" demo={demo} />
          </div>
        </Played>
      </Answered>
    );
  };

export const LOGIN: PartsOf<"login"> = {
  "Log in": card(false),
  Refused: card(false, [], FILLED),
  "The first admin": card(true),
  "Demo accounts": card(false, DEMO),
};
