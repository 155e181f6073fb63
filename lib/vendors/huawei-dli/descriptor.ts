import type { ConnectionField, VendorDescriptor } from "@/lib/vendors/types";

const field = (name: string, label: string, rest: Partial<ConnectionField> = {}): ConnectionField => ({
  name,
  label,
  required: true,
  secret: false,
  help: null,
  ...rest,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Huawei Cloud DLI: SQL jobs, Flink jobs and Spark batches of one project in one region. */
export const descriptor: VendorDescriptor = {
  id: "huawei-dli",
  label: "Huawei Cloud DLI",
  docsUrl: "https://support.huaweicloud.com/intl/api-dli/dli_02_0174.html",
  kinds: [
    {
      kind: "sql",
      label: "SQL job",
      detailsType: "huawei-dli/sql",
      definition: false,
      repeatedByName: true,
      actions: ["cancel"],
      // "Letters and digits only", yet every example has hyphens (contract page 5.4).
      idPattern: /^[A-Za-z0-9-]{1,64}$/,
      offers: { results: true, log: false, subjobs: true },
    },
    {
      kind: "flink",
      label: "Flink job",
      detailsType: "huawei-dli/flink",
      definition: true,
      actions: ["stop-with-savepoint", "stop", "trigger"],
      idPattern: /^\d{1,19}$/,
      offers: { results: false, log: false, subjobs: false },
    },
    {
      kind: "spark-batch",
      label: "Spark batch",
      detailsType: "huawei-dli/spark-batch",
      definition: false,
      repeatedByName: true,
      actions: ["cancel"],
      idPattern: UUID,
      offers: { results: false, log: true, subjobs: false },
    },
  ],
  auth: [
    {
      type: "token",
      scheme: "iam-token",
      label: "Token",
      fields: [field("token", "IAM token", { secret: true, help: "Valid for 24 hours; it is not renewed by itself." })],
    },
    {
      type: "aksk",
      scheme: "sdk-hmac",
      label: "Access key",
      fields: [
        field("accessKey", "Access key (AK)"),
        field("secretKey", "Secret key (SK)", { secret: true }),
        field("securityToken", "Security token", {
          required: false,
          secret: true,
          help: "Only with a temporary access key.",
        }),
      ],
    },
    {
      type: "password",
      scheme: "iam-password",
      label: "IAM user",
      fields: [
        field("iamUrl", "IAM address", { help: "An origin, e.g. https://iam.cn-north-4.myhuaweicloud.com" }),
        field("domain", "Account", { help: "The account that the IAM user belongs to." }),
        field("username", "IAM user", { help: "A HUAWEI ID cannot log in here, only an IAM user." }),
        field("password", "Password", { secret: true }),
        field("project", "Project", { help: "The region's project by its name, e.g. cn-north-4." }),
      ],
    },
  ],
  settings: [
    field("projectId", "Project ID", { help: "My Credentials → API Credentials, the row of the region." }),
    field("subjobTimeZone", "Time zone of subjob dates", {
      required: false,
      help: "IANA name, only where the queue's zone abbreviations are ambiguous; CST is China's by default.",
    }),
    field("consoleUrl", "Console address", {
      required: false,
      help: "Where DLI's console is. Every job links to it as it is: no address of a job's own page is documented.",
    }),
  ],
  poll: { defaultSeconds: 5, recentEverySeconds: 60 },
  // The gateway takes 200 calls a second for each API (contract page 6.3); a sweep is some 5 calls.
  budgetPerMinute: () => 300,
};
