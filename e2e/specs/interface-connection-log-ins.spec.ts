import { DLI, IAM_USER, fillIn, openNew, rowOf, tryForm, type Typed } from "../support/connection-form";
import { expect, test, type Vendor } from "../support/own-vendors";

interface LogIn {
  how: string;
  vendor: Vendor;
  typed: (origin: string) => Typed;
  secret: { label: string; right: string };
  refused: string | RegExp;
}

const LOG_INS: LogIn[] = [
  {
    how: "Dremio by user name and password",
    vendor: "dremio",
    typed: () => ({ Vendor: "Dremio", "Log-in": "User name and password", "User name": "operator" }),
    secret: { label: "Password", right: "sandbox-dremio-password" },
    refused: "Login failed: Invalid username or password",
  },
  {
    how: "DLI by token",
    vendor: "huawei-dli",
    typed: () => ({ ...DLI, "Log-in": "Token" }),
    secret: { label: "IAM token", right: "sandbox-dli-token" },
    refused: "Incorrect IAM authentication information: decrypt token fail",
  },
  {
    how: "DLI by access key",
    vendor: "huawei-dli",
    typed: () => ({ ...DLI, "Log-in": "Access key", "Access key (AK)": "SANDBOXACCESSKEY0001" }),
    secret: { label: "Secret key (SK)", right: "sandbox-secret-key-for-dli-signing-0001" },
    refused: /Incorrect IAM authentication information: \S/,
  },
  {
    how: "DLI by IAM user",
    vendor: "huawei-dli",
    typed: (origin) => ({ ...DLI, ...IAM_USER, "IAM address": origin }),
    secret: { label: "Password", right: "sandbox-iam-password" },
    refused: "The username or password is wrong.",
  },
  {
    how: "Datameer by user name and password",
    vendor: "datameer",
    typed: () => ({ Vendor: "Datameer", "User name": "admin", "Time zone": "Asia/Shanghai" }),
    secret: { label: "Password", right: "sandbox-datameer-password" },
    refused: "The vendor does not accept the credentials (401)",
  },
];

for (const { how, vendor, typed, secret, refused } of LOG_INS) {
  test(`${how} is tested by the form: refused once, in the vendor's words, then answered`, async ({
    adminPage: page,
    ownVendor,
  }) => {
    const control = await ownVendor(vendor);
    const dialog = await openNew(page);
    const named = { Id: "own-tried", Name: "Only tried", Address: control.origin };
    await fillIn(dialog, { ...typed(control.origin), ...named, [secret.label]: "wrong-secret-of-nobody" });
    await expect(await tryForm(dialog)).toContainText(refused);
    await expect(dialog).not.toContainText("wrong-secret-of-nobody");
    expect((await control.calls()).map(({ status }) => status)).toEqual([401]);
    await fillIn(dialog, { [secret.label]: secret.right });
    await expect(await tryForm(dialog)).toContainText("The vendor answered.");
    // Nothing was saved.
    await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
    await expect(page.getByRole("table", { name: "Connections" })).toBeVisible();
    await expect(rowOf(page, "own-tried")).toHaveCount(0);
  });
}
