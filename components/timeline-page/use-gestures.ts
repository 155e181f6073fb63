"use client";

import { type RefObject, useEffect, useRef } from "react";
import { serverNow } from "@/components/time/now";
import { panned, zoomed } from "@/components/timeline-page/axis-range";
import type { AxisStore } from "@/components/timeline-page/axis-store";

export interface GestureHandlers {
  /** The pointer rests at a point of the drawing, or has left it (null). */
  onPoint: (at: { x: number; y: number } | null) => void;
  onPress: (at: { x: number; y: number }, newTab: boolean) => void;
}

/** Less than this is a press, more is a drag. */
const DRAG_PX = 4;

/**
 * Drag pans, Ctrl and the wheel (or two fingers on a pad) zoom where the pointer is, a sideways wheel pans; the plain wheel
 * scrolls the lanes. Two fingers on glass zoom.
 */
export function useGestures(surface: RefObject<HTMLElement | null>, axis: AxisStore, handlers: GestureHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const pointers = new Map<number, { x: number; y: number }>();
    let moved = 0;
    const place = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const width = () => Math.max(1, element.clientWidth);
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return a && b ? { px: Math.max(20, Math.abs(a.x - b.x)), x: (a.x + b.x) / 2 } : null;
    };
    const onWheel = (event: WheelEvent) => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.006);
        axis.set(zoomed(axis.get(), factor, place(event).x / width(), serverNow()));
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        axis.set(panned(axis.get(), sideways / width(), serverNow()));
      }
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1) return;
      if (event.button === 1) event.preventDefault();
      pointers.set(event.pointerId, place(event));
      if (pointers.size === 1) moved = 0;
    };
    const onMove = (event: PointerEvent) => {
      const at = place(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        if (event.pointerType === "mouse") latest.current.onPoint(at);
        return;
      }
      const wide = spread();
      pointers.set(event.pointerId, at);
      const wider = spread();
      if (wide && wider) {
        moved = Infinity;
        axis.set(zoomed(axis.get(), wide.px / wider.px, wider.x / width(), serverNow()));
        return;
      }
      moved += Math.abs(at.x - before.x) + Math.abs(at.y - before.y);
      if (moved < DRAG_PX) return;
      if (!element.hasPointerCapture(event.pointerId)) {
        element.setPointerCapture(event.pointerId);
        element.dataset.dragging = "";
        latest.current.onPoint(null);
      }
      axis.set(panned(axis.get(), (before.x - at.x) / width(), serverNow()));
    };
    const onUp = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId)) return;
      delete element.dataset.dragging;
      if (event.type === "pointerup" && moved < DRAG_PX) {
        latest.current.onPress(place(event), event.ctrlKey || event.metaKey || event.button === 1);
      }
    };
    const onLeave = (event: PointerEvent) => {
      if (!element.hasPointerCapture(event.pointerId)) pointers.delete(event.pointerId);
      latest.current.onPoint(null);
    };
    const on = new AbortController();
    const options = { signal: on.signal };
    element.addEventListener("wheel", onWheel, { ...options, passive: false });
    element.addEventListener("pointerdown", onDown, options);
    element.addEventListener("pointermove", onMove, options);
    element.addEventListener("pointerup", onUp, options);
    element.addEventListener("pointercancel", onUp, options);
    element.addEventListener("pointerleave", onLeave, options);
    return () => on.abort();
  }, [surface, axis]);
}
