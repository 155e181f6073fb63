import type { Page } from "@playwright/test";

export interface Note {
  title: string;
  body: string;
}

/**
 * Puts an allowed `Notification` into every document of this page that only takes notes: a browser without a screen shows
 * none. Call it before the first navigation.
 * @returns what was shown since the last load
 */
export async function stubNotifications(page: Page): Promise<() => Promise<Note[]>> {
  await page.addInitScript(() => {
    const notes: { title: string; body: string }[] = [];
    class Stub extends EventTarget {
      static permission = "granted";
      static requestPermission = () => Promise.resolve("granted");
      onclick: (() => void) | null = null;
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        super();
        notes.push({ title, body });
      }
    }
    Object.assign(window, { Notification: Stub, notes });
  });
  return () => page.evaluate(() => (window as unknown as { notes: { title: string; body: string }[] }).notes);
}
