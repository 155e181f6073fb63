import {
  DLI,
  IAM_USER,
  fieldOf,
  fillIn,
  openNew,
  removeByPage,
  rowOf,
  save,
  tryForm,
  type Typed,
} from "../support/connection-form";
import { expect, test } from "../support/own-vendors";

const CHANGES = { "content-type": "application/json", "x-requested-with": "jobwatch" };
const TOKEN = "sandbox-dremio-token";
const POLL_SECONDS = 2;

/** A new connection to a Dremio of the test's own, all but the secret. */
const lakeAt = (origin: string, id: string, name: string): Typed => ({
  Vendor: "Dremio",
  Id: id,
  Name: name,
  Address: origin,
  "Asked every, in seconds": String(POLL_SECONDS),
  "Calls a minute, at most": "600",
});

// A test that fails leaves its connection behind, and everybody's list would hold it.
test.afterEach(async ({ adminPage, world }) => {
  const headers = { ...CHANGES, origin: world.baseUrl };
  const { items } = (await (await adminPage.request.get("/api/v1/connections")).json()) as { items: { id: string }[] };
  for (const { id } of items.filter((one) => one.id.startsWith("own-"))) {
    await adminPage.request.delete(`/api/v1/connections/${id}`, { headers, data: {} });
  }
});

test("a connection is added: a wrong field and a wrong secret are told and lose nothing; then it is saved and asked", async ({
  adminPage: page,
  ownVendor,
}) => {
  const lake = await ownVendor("dremio");
  const { id: job } = await lake.createJob({ scenario: "slow-run", sql: "select 'arrives' as by_browser" });
  const dialog = await openNew(page);
  const typed = { ...lakeAt(lake.origin, "own-added", "Added by hand"), Address: "http://169.254.169.254/latest" };
  await fillIn(dialog, { ...typed, Token: "not-the-token" });
  await save(dialog);
  const address = fieldOf(dialog, "Address");
  await expect(dialog.getByRole("alert")).toContainText(/cannot be used as it is\. See Address\./);
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expect(address).toHaveAccessibleDescription(/may not be reached from here\. .*VENDOR_NETWORKS/);
  await expect(dialog.getByText("may not be reached from here")).toHaveCount(1);
  for (const [label, value] of Object.entries({ ...typed, Token: "not-the-token" })) {
    if (label !== "Vendor") await expect(fieldOf(dialog, label)).toHaveValue(value);
  }

  // A slip of the hand asks first, and what was typed stays.
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("group", { name: "Discard what was typed?" })).toBeVisible();
  await dialog.getByRole("button", { name: "Go on typing", exact: true }).click();
  await expect(address).toHaveValue(typed.Address);

  await fillIn(dialog, { Address: lake.origin });
  await expect(await tryForm(dialog)).toContainText("The vendor does not accept the credentials (401)");
  await expect(address).not.toHaveAttribute("aria-invalid");
  await expect(fieldOf(dialog, "Token")).toHaveValue("not-the-token");
  // Asked once: a wrong secret that is tried again and again locks an account.
  expect((await lake.calls()).map(({ status }) => status)).toEqual([401]);

  await fillIn(dialog, { Token: TOKEN });
  await expect(await tryForm(dialog)).toContainText(/The vendor answered\. \(\d+ ms\)/);
  await save(dialog);
  await expect(dialog).toBeHidden();

  const row = rowOf(page, "own-added");
  await expect(row).toContainText("Added by hand · Dremio");
  await expect(row).toContainText(/working\s*last answer/i);
  await expect(row).toContainText(/[1-9]\d* of 600 a minute/);
  await expect(row.getByRole("meter", { name: "Calls spent on own-added" })).toHaveAttribute("aria-valuemax", "600");
  await expect(row).toContainText(`${POLL_SECONDS} s`);
  await expect(row).toContainText("this page");
  await row.getByRole("link", { name: "own-added", exact: true }).click();
  const answers = page.getByRole("region", { name: "Answers" });
  await expect(answers).toContainText(/Last answer.*Asked next.*Asked every2 s/);
  await page.getByRole("link", { name: "1 active job", exact: true }).click();
  await expect(page.getByRole("row", { name: /by_browser/ })).toContainText("Running");

  await page.goto(`/jobs/own-added/query/${job}`);
  await expect(page.getByRole("status", { name: "State" })).toHaveText(/Running/);
  await removeByPage(page, "own-added", "Added by hand");
  await expect(page).toHaveURL(/\/connections$/);
  await expect(row).toHaveCount(0);
  await lake.forgetCalls();
  await page.goto(`/jobs/own-added/query/${job}`);
  await expect(page.getByRole("heading", { level: 1, name: /by_browser/ })).toBeVisible();
  await expect(page.getByText("own-added is no longer connected")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", { name: "Cancel", exact: true })).toHaveCount(0);
  expect(await lake.calls()).toEqual([]);
});

test("a connection is edited without its secret, paused without a call, and resumed", async ({
  adminPage: page,
  ownVendor,
}) => {
  const lake = await ownVendor("dremio");
  const sent: { auth?: Record<string, string>; name?: string }[] = [];
  const leaks: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(request.postDataJSON() as (typeof sent)[number]);
  });
  page.on("response", (response) => {
    void response.text().then(
      (text) => text.includes(TOKEN) && leaks.push(response.url()),
      () => undefined,
    );
  });
  const dialog = await openNew(page);
  await fillIn(dialog, { ...lakeAt(lake.origin, "own-edited", "Before"), Token: TOKEN });
  await save(dialog);
  await expect(rowOf(page, "own-edited")).toContainText(/working/i);

  await page.goto("/connections/own-edited");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Edit", exact: true }).click();
  const edit = page.getByRole("dialog", { name: "Edit Before" });
  await expect(fieldOf(edit, "Token")).toHaveValue("");
  await expect(fieldOf(edit, "Token")).toHaveAccessibleDescription(/Empty keeps the one that is stored/);
  await expect(fieldOf(edit, "Id")).not.toBeEditable();
  await fillIn(edit, { Name: "After", "Asked every, in seconds": "3" });
  await save(edit);
  await expect(edit).toBeHidden();
  await expect(main.getByRole("heading", { level: 1 })).toContainText("After");
  await expect(main).toContainText("Asked every3 s");
  expect(sent).toMatchObject([{ name: "After", pollSeconds: 3 }]);
  expect(sent[0]).not.toHaveProperty("auth");
  await lake.forgetCalls();
  await expect.poll(async () => (await lake.calls()).length).toBeGreaterThan(0);
  expect((await lake.calls()).map(({ status }) => status)).not.toContain(401);

  // Another address is another vendor: the secret is asked for again, in testing and in saving.
  const other = await ownVendor("dremio");
  await main.getByRole("button", { name: "Edit", exact: true }).click();
  const moved = page.getByRole("dialog", { name: "Edit After" });
  await fillIn(moved, { Address: other.origin });
  await expect(await tryForm(moved)).toContainText("give the secret again");
  await save(moved);
  await expect(moved.getByRole("alert")).toContainText("give the secret again");
  await moved.getByRole("button", { name: "Close", exact: true }).first().click();
  expect(await other.calls()).toEqual([]);

  await main.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(main.getByRole("button", { name: "Resume", exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "Connections" }).getByRole("link", { name: /own-edited/ })).toHaveText(
    /paused/,
  );
  await expect(page.getByRole("region", { name: "Answers" })).toContainText(/paused/i);
  await expect(page.getByRole("region", { name: "Answers" })).toContainText("Asked nextnone");
  await lake.forgetCalls();
  // More than two of its intervals.
  await page.waitForTimeout(7_000);
  expect(await lake.calls()).toEqual([]);
  await main.getByRole("button", { name: "Resume", exact: true }).click();
  await expect.poll(async () => (await lake.calls()).length).toBeGreaterThan(0);
  await expect(page.getByRole("region", { name: "Answers" })).toContainText(/working/i);
  expect(leaks).toEqual([]);
});

test("a connection that goes down says since when, in whose words and when it is asked next, and comes back", async ({
  adminPage: page,
  ownVendor,
}) => {
  const lake = await ownVendor("dremio");
  const dialog = await openNew(page);
  await fillIn(dialog, { ...lakeAt(lake.origin, "own-down", "Goes down"), Token: TOKEN });
  await save(dialog);
  const row = rowOf(page, "own-down");
  await expect(row).toContainText(/working/i);
  const body = JSON.stringify({ errorMessage: "The coordinator is restarting", moreInfo: "" });
  await lake.fault({ kind: "status", status: 503, body });
  await expect(row).toContainText(/not answering\s*since .*The coordinator is restarting.*last answer/i);
  const dot = page.getByRole("list", { name: "Connections" }).getByRole("link", { name: /own-down/ });
  await expect(dot).toHaveText(/no good answer since/);
  // Each failure waits longer than the one before: soon there is time to read when the next try is.
  await expect(row).toContainText(/asks again in \d+ s/);
  await row.getByRole("link", { name: "own-down", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("It does not answer: The coordinator is restarting");
  await expect(page.getByRole("region", { name: "Answers" })).toContainText(
    /Since.*Last answer.*Last error.*Error.*The coordinator is restarting.*Asked next/,
  );
  await lake.mend();
  await page.getByRole("main").getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("The vendor answered.");
  // Not at the end of the back-off, which may be minutes: the test has shown that it answers.
  await expect(page.getByRole("region", { name: "Answers" })).toContainText(/working/i);
  await expect(dot).not.toHaveText(/no good answer/);
});

test("refused credentials are not tried again by themselves, and at once when they are mended", async ({
  adminPage: page,
  ownVendor,
}) => {
  const dli = await ownVendor("huawei-dli");
  const logIns = () => dli.calls("^/v3/auth/tokens");
  const dialog = await openNew(page);
  await fillIn(dialog, {
    ...DLI,
    Id: "own-iam",
    Name: "By IAM",
    Address: dli.origin,
    ...IAM_USER,
    "IAM address": dli.origin,
    Password: "sandbox-iam-password",
    "Project ID": DLI["Project ID"],
    "Asked every, in seconds": String(POLL_SECONDS),
    "Calls a minute, at most": "600",
  });
  await save(dialog);
  const row = rowOf(page, "own-iam");
  await expect(row).toContainText(/working/i);
  expect(await logIns()).toHaveLength(1);

  // A token that has run out is renewed by one log-in, and nobody sees anything of it.
  await dli.turn("expireTokens", true);
  await expect.poll(async () => (await logIns()).length).toBe(2);
  await dli.forgetCalls();
  await expect.poll(async () => (await dli.calls("^/v1.0/")).length).toBeGreaterThan(3);
  expect(await logIns()).toEqual([]);
  await expect(row).toContainText(/working/i);

  await page.goto("/connections/own-iam");
  const main = page.getByRole("main");
  const answers = page.getByRole("region", { name: "Answers" });
  const edit = async (password: string) => {
    await main.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog", { name: "Edit By IAM" });
    // A log-in is given as a whole.
    await fillIn(form, { ...IAM_USER, "IAM address": dli.origin, Password: password });
    await save(form);
    await expect(form).toBeHidden();
  };
  await dli.forgetCalls();
  await edit("not-the-password");
  await expect(answers).toContainText(/not answering/i);
  await expect(answers).toContainText("The username or password is wrong.");
  await expect(answers).toContainText(/asks again in \d+ min/);
  await page.waitForTimeout(3 * POLL_SECONDS * 1_000);
  expect((await logIns()).map(({ status }) => status)).toEqual([401]);
  await edit("sandbox-iam-password");
  await expect(answers).toContainText(/working/i);
});

test("who is no admin sees how connections do, and can change none", async ({ viewerPage, operatorPage, world }) => {
  for (const page of [viewerPage, operatorPage]) {
    await page.goto("/connections?add=1");
    await expect(rowOf(page, "lake")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add a connection" })).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.goto("/connections/lake");
    await expect(page.getByRole("region", { name: "Answers" })).toContainText(/Last answer/);
    for (const name of ["Test", "Edit", "Pause", "Remove"]) {
      await expect(page.getByRole("main").getByRole("button", { name, exact: true })).toHaveCount(0);
    }
    const headers = { ...CHANGES, origin: world.baseUrl };
    const api = page.request;
    const data = { id: "own-refused", name: "No", vendor: "dremio", baseUrl: "https://dremio.invalid" };
    const answers = [
      await api.post("/api/v1/connections", { headers, data: { ...data, auth: { type: "token", token: "t" } } }),
      await api.post("/api/v1/connections/test", { headers, data: { id: "lake" } }),
      await api.patch("/api/v1/connections/lake", { headers, data: { paused: true } }),
      await api.delete("/api/v1/connections/lake", { headers, data: {} }),
    ];
    for (const answer of answers) {
      expect(answer.status()).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "forbidden" });
    }
  }
});
