import { dremio } from "@/lib/vendors/dremio";
import { openWorld } from "@/lib/vendors/dremio/open-world.testkit";
import { runConnectorContract } from "@/lib/vendors/_shared/connector-contract";
import { PROJECT_ID } from "@/sandbox/dremio/api";

const ids = { unknownId: "1d3091b1-d0be-0169-8ace-e43f562c7000", malformedId: "no_such_id" };
const common = { connector: dremio, kind: "query", endingAction: "cancel", ...ids } as const;

runConnectorContract("dremio / query, Software", { ...common, open: () => openWorld() });
runConnectorContract("dremio / query, Cloud", {
  ...common,
  open: async () => {
    const world = await openWorld({ projectId: PROJECT_ID }, { flavor: "cloud" });
    await world.dremio.turn("rateLimits", false);
    return world;
  },
});
