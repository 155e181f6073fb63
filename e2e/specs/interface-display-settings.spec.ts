import { stubNotifications } from "../support/stub-notifications";
import { expect, test } from "../support/test";

test("notifications are tried out where the browser allows them", async ({ viewerPage: page }) => {
  const notes = await stubNotifications(page);
  await page.goto("/settings");
  const panel = page.getByRole("region", { name: "Notifications" });
  await expect(panel).toContainText("The browser lets us tell you");
  await panel.getByRole("button", { name: "Try it" }).click();
  await expect.poll(notes).toEqual([{ title: "Jobwatch", body: "This is how it will look." }]);
});

test("a browser that was not asked yet is asked by a press, and its answer stands at once", async ({
  viewerPage: page,
}) => {
  await page.addInitScript(() => {
    class Stub {
      static permission = "default";
      static requestPermission = () => {
        Stub.permission = "denied";
        return Promise.resolve("denied");
      };
    }
    Object.assign(window, { Notification: Stub });
  });
  await page.goto("/settings");
  const panel = page.getByRole("region", { name: "Notifications" });
  await expect(panel).toContainText("has not been asked yet");
  await panel.getByRole("button", { name: "Allow" }).click();
  await expect(panel).toContainText("The browser blocks notifications");
  await expect(panel.getByRole("button")).toHaveCount(0);
});

test("times in UTC, chosen here, count everywhere and outlast a reload", async ({ viewerPage: page }) => {
  await page.goto("/settings");
  const times = page.getByRole("group", { name: "Times" });
  const inBar = page.getByRole("banner").getByRole("button", { name: /^Times in/ });
  await expect(times.getByRole("radio", { name: "In this computer's zone" })).toBeChecked();
  await times.getByRole("radio", { name: "In UTC" }).check();
  await expect(inBar).toHaveAccessibleName(/^Times in UTC/);
  await page.reload();
  await expect(times.getByRole("radio", { name: "In UTC" })).toBeChecked();
  await expect(inBar).toHaveAccessibleName(/^Times in UTC/);
});
