import type { VendorDescriptor } from "@/lib/vendors/types";

const text = (name: string, required: boolean, secret = false) => ({ name, label: name, required, secret, help: null });

const base = {
  docsUrl: "https://example.com",
  poll: { defaultSeconds: 5, recentEverySeconds: 60 },
  budgetPerMinute: () => 60,
} as const;

/** Two made-up vendors that between them have every sort of field. */
export const testDescriptors: Record<string, VendorDescriptor> = {
  tokened: {
    ...base,
    id: "tokened",
    label: "Tokened",
    kinds: [
      {
        kind: "query",
        label: "Query",
        detailsType: "tokened/query",
        definition: false,
        actions: ["cancel"],
        idPattern: /^[a-z0-9-]+$/,
        offers: { results: false, log: false, subjobs: false },
      },
    ],
    auth: [
      { type: "token", scheme: "bearer", label: "Token", fields: [text("token", true, true)] },
      {
        type: "password",
        scheme: "iam-password",
        label: "Log-in",
        fields: [text("iamUrl", true), text("username", true), text("password", true, true)],
      },
    ],
    settings: [text("projectId", false)],
  },
  zoned: {
    ...base,
    id: "zoned",
    label: "Zoned",
    kinds: [],
    auth: [
      {
        type: "basic",
        scheme: "basic",
        label: "Basic",
        fields: [text("username", true), text("password", true, true)],
      },
    ],
    settings: [text("timeZone", true), text("configurations", false)],
  },
};
