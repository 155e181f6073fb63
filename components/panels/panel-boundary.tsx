"use client";

import { Component, type ReactNode } from "react";
import { isChunkProblem, reloadOnce } from "@/components/shell/reload-once";
import { Notice } from "@/components/ui/notice";

/** A panel that cannot draw what it was given spoils itself alone: the fields below still show everything. */
export class PanelBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(error: unknown): void {
    if (isChunkProblem(error)) reloadOnce();
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Notice tone="caution">This panel could not be drawn. Every field is listed below.</Notice>;
  }
}
