"use client";

import { useMutation } from "@tanstack/react-query";
import type * as z from "zod/mini";
import {
  type Connection,
  type ConnectionChange,
  type ConnectionInput,
  type ConnectionList,
  type ConnectionTest,
  ConnectionTestAnswer,
} from "@/lib/contract/connection";
import { problemWords } from "@/components/jobs/problem-words";
import { ApiProblem } from "@/lib/query/api-problem";
import { sentence } from "@/lib/format/sentence";
import { sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

/** One vendor's form, as data: which ways to log in, which settings. */
export type VendorForm = ConnectionList["vendors"][number];

export function useTestConnection() {
  return useMutation({
    mutationFn: (input: z.infer<typeof ConnectionTest>) =>
      sendJson("POST", apiRoutes.testConnection, input, ConnectionTestAnswer),
  });
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

function figure(form: FormData, name: string): number | undefined {
  const value = text(form, name);
  return value === "" ? undefined : Number(value);
}

/** A setting as it was typed: JSON where it is a list or an object, else text. */
function setting(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The whole of a new connection. Empty fields that are not required are left out. */
export function readInput(form: FormData, vendor: VendorForm, authType: string): ConnectionInput {
  const auth: ConnectionInput["auth"] = { type: authType };
  for (const field of vendor.auth.find(({ type }) => type === authType)?.fields ?? []) {
    const value = field.secret ? String(form.get(`auth.${field.name}`) ?? "") : text(form, `auth.${field.name}`);
    if (value !== "") auth[field.name] = value;
  }
  const settings: Record<string, unknown> = {};
  for (const field of vendor.settings) {
    const value = text(form, `settings.${field.name}`);
    if (value !== "") settings[field.name] = setting(value);
  }
  return {
    id: text(form, "id"),
    name: text(form, "name"),
    vendor: vendor.id,
    baseUrl: text(form, "baseUrl"),
    auth,
    settings,
    pollSeconds: figure(form, "pollSeconds"),
    budgetPerMinute: figure(form, "budgetPerMinute"),
  };
}

/**
 * The same as a change: who and what it is stays, and so does a log-in of which nothing was typed. A setting whose field
 * was emptied is taken away.
 */
export function toChange(input: ConnectionInput, vendor: VendorForm): ConnectionChange {
  const { id: _id, vendor: _vendor, auth, settings, ...rest } = input;
  const emptied = Object.fromEntries(vendor.settings.map(({ name }) => [name, null]));
  const change = { ...rest, settings: { ...emptied, ...settings } };
  return Object.keys(auth).length > 1 ? { ...change, auth } : change;
}

/** What the form's own fields are called on the screen; a vendor's are called as its descriptor says. */
export const FIELD_LABELS = {
  vendor: "Vendor",
  id: "Id",
  name: "Name",
  baseUrl: "Address",
  pollSeconds: "Asked every, in seconds",
  budgetPerMinute: "Calls a minute, at most",
} as const;

/** Whether a field that can be typed into holds something else than it began with. */
export function hasTyped(fields: Iterable<object>): boolean {
  return [...fields].some((field) => "defaultValue" in field && "value" in field && field.value !== field.defaultValue);
}

/** Whether a refusal's field is the form's field of this name. */
export const isField = (field: string, name: string) => field === name || field.endsWith(`.${name}`);

/**
 * A refusal in words, for the foot of the form. What is wrong with a field stands at that field: here the field is named
 * only, as the form calls it.
 */
export function refusalWords(problem: ApiProblem, vendor: VendorForm, authType: string): string {
  const auth = vendor.auth.find(({ type }) => type === authType)?.fields ?? [];
  const { vendor: _vendor, ...own } = FIELD_LABELS;
  const labels: readonly (readonly [string, string])[] = [
    ...Object.entries(own),
    ...[...auth, ...vendor.settings].map(({ name, label }) => [name, label] as const),
  ];
  const labelOf = (field: string) => labels.find(([name]) => isField(field, name))?.[1] ?? null;
  const elsewhere = problem.fields.filter(({ field }) => labelOf(field) === null);
  const shown = problem.fields.flatMap(({ field }) => labelOf(field) ?? []);
  if (shown.length === 0) return problemWords(problem);
  const words = problemWords(new ApiProblem({ ...problem, fields: elsewhere, detail: null }));
  return `${sentence(words)} See ${[...new Set(shown)].join(", ")}.`;
}

/** What stands in a setting's field at first. */
export function shownSetting(connection: Connection | null, name: string): string {
  const value = connection?.settings[name];
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
