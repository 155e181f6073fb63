"use client";

import { onlineManager } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

/** The browser believes that there is no network, as long as this is on the page. */
export function Offline({ children }: { children: ReactNode }) {
  const [off, setOff] = useState(false);
  useEffect(() => {
    onlineManager.setOnline(false);
    queueMicrotask(() => setOff(true));
    return () => onlineManager.setOnline(true);
  }, []);
  return off ? children : null;
}
