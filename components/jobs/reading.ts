"use client";

import { useState } from "react";
import { type ListPlace, recallPlace, rememberPlace } from "@/components/jobs/list-place";
import type { ListReader } from "@/lib/query/jobs";

/** A pointer that has lain still this long does not read. */
const STILL_MS = 15_000;

/** By less, the list stands at its top. */
const isAway = (top: number): boolean => top > 4;

/** What a person does with the list, told as it happens and asked when an answer comes in. */
export class Reading implements ListReader {
  /** Where this visit began: by back, where it was left. */
  readonly start: ListPlace = recallPlace();
  private scrolled = isAway(this.start.top);
  private selecting = false;
  private list: Element | null = null;
  private pointedAt = 0;
  private letIn = false;
  private cursors: readonly (string | null)[] = [];

  isReading(): boolean {
    if (this.letIn) return false;
    return this.scrolled || this.selecting || this.hasFocus() || Date.now() - this.pointedAt < STILL_MS;
  }
  cursorsInView(): readonly (string | null)[] {
    return this.cursors;
  }
  scrolledTo(top: number): void {
    this.scrolled = isAway(top);
    rememberPlace({ top });
  }
  /** A new question starts at the top. */
  begins(): void {
    this.scrolled = false;
  }
  selects(some: boolean): void {
    this.selecting = some;
  }
  /** Asked of the page itself: a control that is taken away tells nobody that it lost the focus. */
  watch(list: Element | null): void {
    this.list = list;
  }
  private hasFocus(): boolean {
    const { activeElement } = document;
    return this.list !== null && activeElement !== this.list && this.list.contains(activeElement);
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
