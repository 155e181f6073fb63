"use client";

import { useState } from "react";
import type { ListReader } from "@/lib/query/jobs";

/** A pointer that has lain still this long does not read. */
const STILL_MS = 15_000;

/** What a person does with the list, told as it happens and asked when an answer comes in. */
export class Reading implements ListReader {
  scrolled = false;
  focused = false;
  selecting = false;
  private pointedAt = 0;
  private letIn = false;
  private cursors: readonly string[] = [];

  isReading(): boolean {
    if (this.letIn) return false;
    return this.scrolled || this.focused || this.selecting || Date.now() - this.pointedAt < STILL_MS;
  }
  cursorsInView(): readonly string[] {
    return this.cursors;
  }
  pointed(): void {
    this.pointedAt = Date.now();
  }
  pointedAway(): void {
    this.pointedAt = 0;
  }
  sees(cursors: readonly string[]): void {
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
