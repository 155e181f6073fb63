/** The parts of a mouse event that say what a press on a row, beside its links and buttons, wants. */
interface Press {
  button: number;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Where a press opens the row, as it would a link; null where it is another gesture. */
export function placeOfPress(press: Press): "here" | "new tab" | null {
  if (press.button > 1 || press.shiftKey || press.altKey) return null;
  return press.button === 1 || press.ctrlKey || press.metaKey ? "new tab" : "here";
}
