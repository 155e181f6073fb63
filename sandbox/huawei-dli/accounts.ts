/** The project that a connection reaches when nothing else is said; also the one of the vendor's own examples. */
export const DEFAULT_PROJECT_ID = "330e068af1334c9782f4226acc00a2e2";

/** Accepted as `X-Auth-Token` at any time, beside the tokens that the IAM door issues. */
export const FIXED_TOKEN = "sandbox-dli-token";

/** One access key. `securityToken` is set for temporary keys, which have to send it in `X-Security-Token`. */
export interface AccessKey {
  ak: string;
  sk: string;
  userName: string;
  securityToken: string | null;
}

export const ACCESS_KEY: AccessKey = {
  ak: "SANDBOXACCESSKEY0001",
  sk: "sandbox-secret-key-for-dli-signing-0001",
  userName: "jobwatch",
  securityToken: null,
};

export const TEMPORARY_KEY: AccessKey = {
  ak: "SANDBOXTEMPORARY0002",
  sk: "sandbox-secret-key-for-dli-signing-0002",
  userName: "jobwatch",
  securityToken: "sandbox-security-token-0002",
};

export const ACCESS_KEYS: readonly AccessKey[] = [ACCESS_KEY, TEMPORARY_KEY];

/** The one IAM user of the sandbox's account. */
export const IAM_USER = {
  domain: "sandbox-domain",
  domainId: "a0f1b2c3d4e54f60817263544a5b6c7d",
  name: "jobwatch",
  id: "011c99a26ae84a1bb963a75e7637d3fd",
  password: "sandbox-iam-password",
} as const;

/** IAM project names and their ids: one per region. A token of one is no good in the paths of another. */
export const PROJECTS: Readonly<Record<string, string>> = {
  "cn-north-4": DEFAULT_PROJECT_ID,
  "cn-east-3": "5b1c0d7e2f9a4c38b6d5e4f3a2918070",
  "ap-southeast-3": "9e8d7c6b5a4f43219087f6e5d4c3b2a1",
  "eu-west-101": "0a1b2c3d4e5f46978899aabbccddeeff",
};
