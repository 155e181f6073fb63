"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onFirstToast } from "@/components/ui/toast";

const Toaster = dynamic(() => import("sonner").then((sonner) => sonner.Toaster), { ssr: false });

/** The page's own, since its theme need not be the system's. */
const COLOURS = {
  "--normal-bg": "var(--surface)",
  "--normal-border": "var(--line-strong)",
  "--normal-text": "var(--text)",
};

/** Where toasts appear, once there is one. */
export function ToastPlace() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return wanted ? <Toaster position="bottom-right" theme="system" duration={4000} style={COLOURS} /> : null;
}
