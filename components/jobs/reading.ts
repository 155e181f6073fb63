"use client";

import { useState } from "react";
import type { ListReader } from "@/lib/query/jobs";

/** A pointer that has lain still this long does not read. */
const STILL_MS = 15_000;

/** What a person does with the list, told as it happens and asked when an answer comes in. */
export class Reading implements ListReader {
  private busy = new Set<"scrolled" | "focused" | "selecting">();
  private pointedAt = 0;
  private letIn = false;
  private cursors: readonly (string | null)[] = [];

  isReading(): boolean {
    if (this.letIn) return false;
    return this.busy.size > 0 || Date.now() - this.pointedAt < STILL_MS;
  }
  cursorsInView(): readonly (string | null)[] {
    return this.cursors;
  }
  mark(what: "scrolled" | "focused" | "selecting", on: boolean): void {
    if (on) this.busy.add(what);
    else this.busy.delete(what);
  }
  pointed(): void {
    this.pointedAt = Date.now();
  }
  pointedAway(): void {
    this.pointedAt = 0;
  }
  sees(cursors: readonly (string | null)[]): void {
    this.cursors = cursors;
  }
  /** The person asked for the new rows: the next answer is shown from its top. */
  async letNewIn(refetch: () => Promise<unknown>): Promise<void> {
    this.letIn = true;
    try {
      await refetch();
    } finally {
      this.letIn = false;
    }
  }
}

export function useReading(): Reading {
  return useState(() => new Reading())[0];
}
