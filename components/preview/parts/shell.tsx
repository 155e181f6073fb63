"use client";

import { type ReactNode, useEffect, useState } from "react";
import { SessionPrompt } from "@/components/session/session-prompt";
import { OfflineBanner } from "@/components/session/online";
import { NameCell } from "@/components/jobs/name-cell";
import { StateCell } from "@/components/jobs/state-cell";
import type { PartsOf } from "@/components/preview/catalogue";
import { ASKS_JOBS, ASKS_VIEWS, asksConnections, jobList } from "@/components/preview/samples/answers";
import { PAUSED, SAMPLE_CONNECTIONS, WORKING } from "@/components/preview/samples/connections";
import { SAMPLE_ROWS } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Offline } from "@/components/preview/stage/offline";
import { Played, type Step } from "@/components/preview/stage/played";
import { says } from "@/components/preview/stage/sample-server";
import { Opened, Scene } from "@/components/preview/stage/scene";
import { endSampleSession } from "@/components/preview/stage/sample-session";
import { ConnectionDots } from "@/components/shell/connection-dots";
import { KeySheet } from "@/components/shell/key-sheet";
import { type KeyBinding, useKeys } from "@/components/shell/keys";
import { LiveSwitch } from "@/components/shell/live-switch";
import { Palette } from "@/components/shell/palette";
import { Rail } from "@/components/shell/rail";
import { TopBar } from "@/components/shell/top-bar";
import { freshness } from "@/lib/query/freshness";
import { live } from "@/lib/query/polling";
import { apiRoutes } from "@/lib/url/routes";

const nothing = () => undefined;
const bar = (steps: readonly Step[] = []) =>
  function SampleBar() {
    return (
      <Answered answers={asksConnections()}>
        <Played steps={steps}>
          <TopBar onPalette={nothing} onKeys={nothing} />
        </Played>
      </Answered>
    );
  };

function WithRail() {
  return (
    <Answered answers={asksConnections()}>
      <div className="flex h-96 max-md:flex-col">
        <Rail />
        <div className="flex-1" />
      </div>
    </Answered>
  );
}

/** Something that is so for the whole tab, as long as this is on the page. */
function While({ begin, children }: { begin: () => () => void; children: ReactNode }) {
  useEffect(begin, [begin]);
  return children;
}
function pause(): () => void {
  live.setPaused(true);
  return () => live.setPaused(false);
}
function fail(): () => void {
  freshness.noteFailure("/preview", true);
  return () => undefined;
}

const BINDINGS: readonly KeyBinding[] = [
  { keys: "mod+k", label: "Command palette", group: "Everywhere", run: nothing },
  { keys: "g j", label: "Go to Jobs", group: "Everywhere", run: nothing },
  { keys: "j", label: "Next row", group: "List", run: nothing },
  { keys: "c", label: "Cancel or stop the job, after a dialog", group: "Job", run: nothing },
  { keys: "ArrowLeft", label: "Earlier", group: "Timeline", run: nothing },
];
function Keys() {
  useKeys(BINDINGS);
  const [known, setKnown] = useState(false);
  // Keys are known once the page is there, and the sheet lists those that are when it opens.
  useEffect(() => queueMicrotask(() => setKnown(true)), []);
  if (!known) return null;
  return <Opened>{(close) => <KeySheet onClose={close} />}</Opened>;
}

const palette = (steps: readonly Step[], items = ASKS_JOBS) =>
  function SamplePalette() {
    return (
      <Answered answers={{ ...ASKS_VIEWS, ...items }}>
        <Played steps={steps}>
          <Opened>{(close) => <Palette onClose={close} onKeys={nothing} />}</Opened>
        </Played>
      </Answered>
    );
  };

export const SHELL: PartsOf<"shell"> = {
  Rail: () => <WithRail />,
  "Rail, narrow": () => (
    <Scene prefer={{ rail: "closed" }}>
      <WithRail />
    </Scene>
  ),
  "Top bar": bar(),
  "Top bar: all connections answer": () => (
    <Answered answers={asksConnections([WORKING, PAUSED])}>
      <TopBar onPalette={nothing} onKeys={nothing} />
    </Answered>
  ),
  "Top bar: offline": () => (
    <Offline>
      <TopBar onPalette={nothing} onKeys={nothing} />
    </Offline>
  ),
  "Connection dots": () => (
    <Answered
      answers={asksConnections([
        ...SAMPLE_CONNECTIONS,
        ...SAMPLE_CONNECTIONS.map((one) => ({ ...one, id: `${one.id}-2` })),
      ])}
    >
      <div className="relative overflow-x-auto">
        <ConnectionDots />
      </div>
    </Answered>
  ),
  Live: () => <LiveSwitch />,
  "Live: paused": () => (
    <While begin={pause}>
      <LiveSwitch />
    </While>
  ),
  "Live: no answer": () => (
    <While begin={fail}>
      <LiveSwitch />
    </While>
  ),
  Offline: () => (
    <Offline>
      <OfflineBanner />
    </Offline>
  ),
  "Offline: what is shown is old": () => (
    <div className="old-data panel flex flex-col gap-2 p-3">
      {SAMPLE_ROWS.slice(0, 6).map((job) => (
        <div key={job.id} className={`state-${job.state} tinted flex flex-wrap gap-3 rounded-md p-2`}>
          <StateCell job={job} />
          <NameCell job={job} />
        </div>
      ))}
    </div>
  ),
  "Session ended": () => (
    <While begin={endSampleSession}>
      <SessionPrompt />
    </While>
  ),
  Keyboard: () => <Keys />,
  Palette: palette([]),
  "Palette: jobs found": palette([{ type: "select", into: "Command palette" }]),
  "Palette: nothing found": palette([{ type: "nothing-is-called-this", into: "Command palette" }], {
    [`GET ${apiRoutes.jobs}`]: says(jobList([])),
  }),
  "Theme menu": bar([{ press: "Theme: as the system" }]),
  "Account menu": bar([{ press: "Account: admin@jobwatch.test" }]),
};
