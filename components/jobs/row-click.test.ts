import { expect, it } from "vitest";
import { placeOfPress } from "@/components/jobs/row-click";

const PLAIN = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

it("opens a row where a link would open", () => {
  expect(placeOfPress(PLAIN)).toBe("here");
  expect(placeOfPress({ ...PLAIN, ctrlKey: true })).toBe("new tab");
  expect(placeOfPress({ ...PLAIN, metaKey: true })).toBe("new tab");
  expect(placeOfPress({ ...PLAIN, button: 1 })).toBe("new tab");
});

it("leaves other gestures alone", () => {
  expect(placeOfPress({ ...PLAIN, button: 2 })).toBeNull();
  expect(placeOfPress({ ...PLAIN, shiftKey: true })).toBeNull();
  expect(placeOfPress({ ...PLAIN, altKey: true })).toBeNull();
});
