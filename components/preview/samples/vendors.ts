import type { ConnectionList } from "@/lib/contract/connection";

type VendorForm = ConnectionList["vendors"][number];
type FormField = VendorForm["settings"][number];

const field = (name: string, label: string, rest: Partial<FormField> = {}): FormField => ({
  name,
  label,
  required: true,
  secret: false,
  help: null,
  ...rest,
});

/** Each vendor's form as the server sends it: a field of every sort. */
export const SAMPLE_VENDORS: readonly VendorForm[] = [
  {
    id: "dremio",
    label: "Dremio",
    docsUrl: "https://docs.dremio.com/current/reference/api/job/",
    auth: [
      {
        type: "token",
        label: "Token",
        fields: [field("token", "Token", { secret: true, help: "A personal access token, or an OAuth access token." })],
      },
      {
        type: "password",
        label: "User name and password",
        fields: [field("username", "User name"), field("password", "Password", { secret: true })],
      },
    ],
    settings: [
      field("projectId", "Project id", {
        required: false,
        help: "Dremio Cloud: the project whose jobs are shown. Leave it empty for Dremio Software.",
      }),
    ],
  },
  {
    id: "huawei-dli",
    label: "Huawei Cloud DLI",
    docsUrl: "https://support.huaweicloud.com/intl/api-dli/dli_02_0174.html",
    auth: [
      { type: "token", label: "Token", fields: [field("token", "IAM token", { secret: true })] },
      {
        type: "aksk",
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
        label: "IAM user",
        fields: [
          field("iamUrl", "IAM address", { help: "An origin, e.g. https://iam.cn-north-4.myhuaweicloud.com" }),
          field("domain", "Account", { help: "The account that the IAM user belongs to." }),
          field("username", "IAM user"),
          field("password", "Password", { secret: true }),
          field("project", "Project"),
        ],
      },
    ],
    settings: [
      field("projectId", "Project ID", { help: "My Credentials → API Credentials, the row of the region." }),
      field("subjobTimeZone", "Time zone of subjob dates", { required: false }),
      field("consoleUrl", "Console address", { required: false }),
    ],
  },
  {
    id: "datameer",
    label: "Datameer",
    docsUrl: "https://datameer.atlassian.net/wiki/spaces/DAS70/overview",
    auth: [
      {
        type: "basic",
        label: "User name and password",
        fields: [field("username", "User name"), field("password", "Password", { secret: true })],
      },
    ],
    settings: [
      field("timeZone", "Time zone", { help: "IANA name of the server's zone, e.g. Asia/Shanghai." }),
      field("configurations", "Followed configurations", {
        required: false,
        help: "Followed beside the running list: [{ id, fileId?, uuid?, path? }]",
      }),
    ],
  },
];
