"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { type Answers, SampleServer } from "@/components/preview/stage/sample-server";

/** A part that asks: drawn once what it asks for is answered by samples. */
export function Answered({ answers, children }: { answers: Answers; children: ReactNode }) {
  const [server] = useState(() => new SampleServer(answers));
  return useSyncExternalStore(server.subscribe, server.isOpen, () => false) ? children : null;
}
