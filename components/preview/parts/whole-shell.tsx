"use client";

import type { PartsOf } from "@/components/preview/catalogue";
import { asksConnections } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import { Shell } from "@/components/shell/shell";

export const WHOLE_SHELL: PartsOf<"whole-shell"> = {
  "Around a page": () => (
    <Answered answers={asksConnections()}>
      <Shell>
        <p className="p-5 text-muted">A page stands here.</p>
      </Shell>
    </Answered>
  ),
};
