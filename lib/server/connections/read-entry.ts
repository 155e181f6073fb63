import { X509Certificate } from "node:crypto";
import { IANAZone } from "luxon";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import {
  COMMON_FIELDS,
  CommonEntry,
  Configurations,
  entryProblems,
  type EntryProblem,
} from "@/lib/server/connections/entry-schema";
import type { AddressPolicy } from "@/lib/server/outbound/address-rules";
import { ADDRESS_REFUSED, checkBaseUrl } from "@/lib/server/outbound/base-url";
import type { AuthOption, ConnectionField, ConnectionSettings, VendorDescriptor } from "@/lib/vendors/types";

export type Descriptors = Readonly<Record<string, VendorDescriptor>>;
export type CheckedEntry = Omit<ConfiguredConnection, "configVersion">;
export type EntryReading = { ok: true; entry: CheckedEntry } | { ok: false; problems: EntryProblem[] };

/** What the browser shows in place of a secret, sent back by mistake. */
const MASKS = /^(\*+|•+|\[redacted\]|<redacted>|x{6,})$/i;

/**
 * Checks one connection, as it stands in the YAML file or as the form sends it (vendor settings beside the common
 * fields), against its vendor's descriptor. `ca` is PEM text here.
 */
export function readEntry(raw: unknown, descriptors: Descriptors, policy: AddressPolicy): EntryReading {
  const common = CommonEntry.safeParse(raw);
  if (!common.success) return { ok: false, problems: entryProblems(common.error) };
  const entry = common.data;
  const descriptor = Object.hasOwn(descriptors, entry.vendor) ? descriptors[entry.vendor] : undefined;
  if (descriptor === undefined) {
    const known = Object.keys(descriptors).join(", ");
    return { ok: false, problems: [{ path: ["vendor"], message: `is none of the vendors known here: ${known}` }] };
  }
  const option = descriptor.auth.find((one) => one.type === entry.auth.type);
  const problems = [
    ...addressProblems(entry, policy),
    ...authProblems(entry, descriptor, option, policy),
    ...settingProblems(entry, descriptor),
    ...jobProblems(entry, descriptor),
    ...caProblems(entry),
  ];
  if (problems.length > 0 || option === undefined) return { ok: false, problems };
  return { ok: true, entry: checked(entry, descriptor, option, policy.trust) };
}

function checked(
  entry: CommonEntry,
  vendor: VendorDescriptor,
  option: AuthOption,
  trust: CheckedEntry["trust"],
): CheckedEntry {
  const values = option.fields.flatMap((field) => {
    const value = entry.auth[field.name];
    return typeof value === "string" ? [[field.name, value] as const] : [];
  });
  const settings: ConnectionSettings = {
    ...Object.fromEntries(vendor.settings.flatMap(({ name }) => (entry[name] == null ? [] : [[name, entry[name]]]))),
    baseUrl: entry.baseUrl,
    consoleUrl: entry.consoleUrl ?? null,
  };
  return {
    id: entry.id,
    name: entry.name ?? entry.id,
    vendor: entry.vendor,
    baseUrl: entry.baseUrl,
    settings,
    auth: { type: option.type, scheme: option.scheme, values: Object.fromEntries(values) },
    trust,
    ca: entry.ca ?? null,
    pollSeconds: entry.pollSeconds ?? vendor.poll.defaultSeconds,
    budgetPerMinute: entry.budgetPerMinute ?? vendor.budgetPerMinute(settings),
    paused: entry.paused ?? false,
    jobs: entry.jobs ?? [],
  };
}

function addressProblems(entry: CommonEntry, policy: AddressPolicy): EntryProblem[] {
  const wrong = addressProblem(entry.baseUrl, policy);
  const problems = wrong === null ? [] : [{ path: ["baseUrl"], message: wrong }];
  // The console is opened by the operator's browser, never by this server.
  if (entry.consoleUrl != null && !/^https?:\/\/[^\s@]+$/i.test(entry.consoleUrl)) {
    problems.push({ path: ["consoleUrl"], message: "must be an http or https address" });
  }
  return problems;
}

/** `localhost` is a name, and judged when it is looked up; here it is already clear where it leads. */
function addressProblem(text: string, policy: AddressPolicy): string | null {
  const wrong = checkBaseUrl(text, policy);
  if (wrong !== null) return wrong;
  const url = new URL(text);
  if (!/(^|\.)localhost\.?$/.test(url.hostname)) return null;
  return checkBaseUrl(`${url.protocol}//127.0.0.1`, policy) === null ? null : ADDRESS_REFUSED;
}

function authProblems(
  entry: CommonEntry,
  vendor: VendorDescriptor,
  option: AuthOption | undefined,
  policy: AddressPolicy,
): EntryProblem[] {
  if (option === undefined) {
    const known = vendor.auth.map((one) => one.type).join(", ");
    return [{ path: ["auth", "type"], message: `is no log-in of ${vendor.label}: ${known}` }];
  }
  const names = ["type", ...option.fields.map((field) => field.name)];
  const unknown = Object.keys(entry.auth).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => ({ path: ["auth", name], message: `is not a field of this log-in: ${names.join(", ")}` })),
    ...option.fields.flatMap((field) => {
      const value = entry.auth[field.name];
      const wrong = textProblem(field, value) ?? authUrlProblem(field, value, policy);
      return wrong === null ? [] : [{ path: ["auth", field.name], message: wrong }];
    }),
  ];
}

/** A log-in's address receives the password, so it is held to the same rules as the base URL. */
function authUrlProblem(field: ConnectionField, value: unknown, policy: AddressPolicy): string | null {
  if (!/url$/i.test(field.name) || typeof value !== "string") return null;
  const wrong = addressProblem(value, policy);
  if (wrong !== null) return wrong;
  return new URL(value).pathname === "/" ? null : "must be an origin, without a path";
}

function textProblem(field: ConnectionField, value: unknown): string | null {
  if (value === undefined || value === null || value === "") {
    if (!field.required) return null;
    return field.help === null ? "is required" : `is required: ${field.help}`;
  }
  if (typeof value !== "string") return "must be text (put it in quotes)";
  if (field.secret && MASKS.test(value)) return "is a placeholder, not a secret: leave it out to keep the stored one";
  // A line break in a credential would end up in a header.
  return /[\0\r\n]/.test(value) ? "must be one line" : null;
}

function settingProblems(entry: CommonEntry, vendor: VendorDescriptor): EntryProblem[] {
  const names = vendor.settings.map((field) => field.name);
  const unknown = Object.keys(entry).filter((name) => !COMMON_FIELDS.includes(name) && !names.includes(name));
  return [
    ...unknown.map((name) => ({
      path: [name],
      message: `is not a field of a ${vendor.id} connection: ${[...COMMON_FIELDS, ...names].join(", ")}`,
    })),
    ...vendor.settings.flatMap((field) => settingProblem(field, entry[field.name])),
  ];
}

function settingProblem(field: ConnectionField, value: unknown): EntryProblem[] {
  if (field.name === "configurations" && value != null) {
    const parsed = Configurations.safeParse(value);
    return parsed.success ? [] : entryProblems(parsed.error, [field.name]);
  }
  const isZone = /timezone$/i.test(field.name);
  if (isZone && value == null && field.required && field.help === null) {
    return [{ path: [field.name], message: "is required: the vendor writes local times without a zone" }];
  }
  const wrong = textProblem(field, value);
  if (wrong !== null) return [{ path: [field.name], message: wrong }];
  if (isZone && typeof value === "string" && !IANAZone.isValidZone(value)) {
    return [{ path: [field.name], message: `"${value}" is not a time zone such as Asia/Shanghai` }];
  }
  return [];
}

function jobProblems(entry: CommonEntry, vendor: VendorDescriptor): EntryProblem[] {
  return (entry.jobs ?? []).flatMap((job, index) => {
    const kind = vendor.kinds.find((one) => one.kind === job.kind);
    if (kind === undefined) {
      const known = vendor.kinds.map((one) => one.kind).join(", ");
      return [{ path: ["jobs", index, "kind"], message: `is no kind of ${vendor.label}: ${known}` }];
    }
    return kind.idPattern.test(job.id) ? [] : [{ path: ["jobs", index, "id"], message: `is no id of a ${kind.kind}` }];
  });
}

function caProblems(entry: CommonEntry): EntryProblem[] {
  if (entry.ca == null) return [];
  try {
    new X509Certificate(entry.ca);
    return [];
  } catch {
    return [{ path: ["ca"], message: "holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)" }];
  }
}
