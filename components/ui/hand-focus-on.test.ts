import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { giveFocusBack, rowOf } from "@/components/ui/hand-focus-on";

/** As much of an element as the focus needs. */
class Fake {
  isConnected = true;
  disabled = false;
  constructor(
    private readonly row: Fake | null = null,
    private readonly link: Fake | null = null,
  ) {}
  closest = () => this.row;
  querySelector = () => this.link;
  focus = () => {
    if (this.isConnected && !this.disabled) page.activeElement = this;
  };
}
const main = new Fake();
const body = new Fake();
const page: { body: Fake; activeElement: Fake; getElementById: () => Fake } = {
  body,
  activeElement: body,
  getElementById: () => main,
};
const link = new Fake();
const row = new Fake(null, link);

beforeEach(() => {
  page.activeElement = body;
  row.isConnected = true;
  vi.stubGlobal("document", page);
  vi.stubGlobal("HTMLElement", Fake);
});
afterEach(() => vi.unstubAllGlobals());

/** Closes a dialog that this button opened. */
function close(change: Partial<Pick<Fake, "isConnected" | "disabled">>, place: Fake | null = row): Fake {
  const opener = Object.assign(new Fake(place), change);
  const asElement: unknown = opener;
  const found = asElement instanceof HTMLElement ? asElement : null;
  giveFocusBack(found, rowOf(found));
  return opener;
}

it("gives the focus back to what had it", () => {
  expect(page.activeElement).toBe(body);
  expect(close({})).toBe(page.activeElement);
});

it("goes to the row's link where the button is gone or disabled by then", () => {
  for (const change of [{ isConnected: false }, { disabled: true }]) {
    page.activeElement = body;
    close(change);
    expect(page.activeElement).toBe(link);
  }
});

it("goes to the page's content where there is no row, or no more", () => {
  close({ isConnected: false }, null);
  expect(page.activeElement).toBe(main);
  page.activeElement = body;
  row.isConnected = false;
  close({ isConnected: false });
  expect(page.activeElement).toBe(main);
});
