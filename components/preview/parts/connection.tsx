"use client";

import { ConnectionPage } from "@/components/connections/connection-page";
import type { PartsOf } from "@/components/preview/catalogue";
import { asksConnections } from "@/components/preview/samples/answers";
import { FAILING, PAUSED, SLOW, STARTING, TEST_BAD, TEST_OK, WORKING } from "@/components/preview/samples/connections";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answer, isSilent, says } from "@/components/preview/stage/sample-server";
import { apiRoutes } from "@/lib/url/routes";

const NO_STEPS: readonly Step[] = [];
const PRESS_TEST: readonly Step[] = [{ press: "Test" }];

const page = (id: string, test?: Answer) =>
  function SamplePage() {
    return (
      <Answered answers={{ ...asksConnections(), ...(test ? { [`POST ${apiRoutes.testConnection}`]: test } : {}) }}>
        <Played steps={test ? PRESS_TEST : NO_STEPS}>
          <ConnectionPage id={id} />
        </Played>
      </Answered>
    );
  };

export const CONNECTION: PartsOf<"connection"> = {
  Working: page(WORKING.id),
  "Slow, with skipped rows": page(SLOW.id),
  Failing: page(FAILING.id),
  "Paused, kept here": page(PAUSED.id),
  "Not asked yet": page(STARTING.id),
  "Tested: it answers": page(WORKING.id, says(TEST_OK)),
  "Tested: it does not": page(WORKING.id, says(TEST_BAD)),
  "Being tested": page(WORKING.id, isSilent),
  "Not there": page("nowhere"),
};
