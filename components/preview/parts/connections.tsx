"use client";

import { ConnectionsPage } from "@/components/connections/connections-page";
import type { PartsOf } from "@/components/preview/catalogue";
import { asksConnections, failsAt, waitsFor } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import type { Answers } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import type { Me } from "@/lib/contract/access";
import { apiRoutes } from "@/lib/url/routes";

const page = (answers: Answers, role: Me["role"] = "admin") =>
  function SamplePage() {
    return (
      <Scene role={role}>
        <Answered answers={answers}>
          <ConnectionsPage />
        </Answered>
      </Scene>
    );
  };

const MISTAKE = { file: "connections.yaml", line: 12, field: "baseUrl", message: "is not an address" };

export const CONNECTIONS: PartsOf<"connections"> = {
  "In every health": page(asksConnections()),
  "A mistake in the file": page(asksConnections(undefined, { fileProblem: MISTAKE })),
  Loading: page(waitsFor(apiRoutes.connections)),
  "None yet": page(asksConnections([])),
  "None yet, for a viewer": page(asksConnections([]), "viewer"),
  "No answer": page(failsAt(apiRoutes.connections)),
};
