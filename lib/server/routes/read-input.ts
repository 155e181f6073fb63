import * as z from "zod/mini";
import { AppError } from "@/lib/server/app-error";
import { holdsPoison } from "@/lib/server/routes/read-body";

type FieldErrors = { field: string; message: string }[];

/** An issue's field as people write it: `jobs.0.id`; for an unknown one, its own name. */
export function fieldErrors(error: z.core.$ZodError): FieldErrors {
  return error.issues.flatMap((issue): FieldErrors => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ field: [...path, key].join("."), message: "is not known" }));
    }
    return [{ field: path.join("."), message: issue.message }];
  });
}

interface FieldDef {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
}

/** Whether a parameter may be repeated: its schema is a list, below optional, default and the like. */
function isRepeatable(schema: z.core.$ZodType | undefined): boolean {
  for (let at = schema; at !== undefined;) {
    const def = at._zod.def as FieldDef;
    if (def.type === "array") return true;
    at = def.innerType ?? def.in;
  }
  return false;
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  return (schema._zod.def as { shape?: Record<string, z.core.$ZodType> }).shape ?? {};
}

/**
 * Reads the query by its schema: a parameter that is unknown, given twice without being a list, or wrong is named.
 * @throws AppError `invalid_query`
 */
export function readQuery(schema: z.ZodMiniType, search: URLSearchParams): unknown {
  const shape = shapeOf(schema);
  const entries = [...new Set(search.keys())].map((name) => {
    const values = search.getAll(name);
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (holdsPoison(values)) throw invalidQuery([{ field: name, message: "holds a character that no text may hold" }]);
    if (isRepeatable(field)) return [name, values] as const;
    if (values.length > 1 && field !== undefined) throw invalidQuery([{ field: name, message: "is given twice" }]);
    return [name, values[0]] as const;
  });
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (!parsed.success) throw invalidQuery(fieldErrors(parsed.error));
  return parsed.data;
}

function invalidQuery(errors: FieldErrors): AppError {
  const [first] = errors;
  return new AppError("invalid_query", { detail: first && `${first.field}: ${first.message}`, errors });
}

/** @throws AppError `invalid_body` naming the fields */
export function checkBody(schema: z.ZodMiniType, body: unknown): unknown {
  if (holdsPoison(body)) {
    throw new AppError("invalid_body", {
      detail: "The body is nested too deep, or holds a character that no text may hold.",
    });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  const [first] = errors;
  throw new AppError("invalid_body", { detail: first && `${first.field || "body"}: ${first.message}`, errors });
}

/** The path's parameters by its template, or null where the path does not fit or cannot be decoded. */
export function pathParams(template: string, pathname: string): Record<string, string> | null {
  const [wanted, given] = [template.split("/"), pathname.replace(/\/$/, "").split("/")];
  if (wanted.length !== given.length) return null;
  try {
    const params = wanted.flatMap((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(given[index] ?? "")] as const];
    });
    return params.some(([, value]) => value === "" || holdsPoison(value)) ? null : Object.fromEntries(params);
  } catch {
    return null;
  }
}
