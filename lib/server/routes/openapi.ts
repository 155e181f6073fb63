import * as z from "zod/mini";
import { api, type Endpoint } from "@/lib/contract/api";
import { Problem } from "@/lib/contract/problem";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of an API, from the very schemas that check its requests. */
export function openApiDocument(endpoints: Readonly<Record<string, Endpoint>> = api): Json {
  const paths: Record<string, Json> = {};
  for (const [id, endpoint] of Object.entries(endpoints)) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(id, endpoint);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Jobwatch", version: "1", description: "Times are ISO 8601 UTC, durations milliseconds." },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "jobwatch.session-token" },
        token: { type: "http", scheme: "bearer" },
      },
    },
    security: [{ session: [] }, { token: [] }],
  };
}

function operation(operationId: string, endpoint: Endpoint): Json {
  const problem = { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
  const good = endpoint.response && { "application/json": { schema: schemaOf(endpoint.response, "output") } };
  return {
    operationId,
    summary: endpoint.summary,
    "x-role": endpoint.role,
    ...(endpoint.role === "none" ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...changeHeaders(endpoint)],
    ...(endpoint.body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(endpoint.body, "input") } } },
    }),
    responses: {
      [endpoint.status ?? 200]: { description: "The answer.", ...(good ? { content: good } : {}) },
      default: { description: "A problem with a stable code.", ...problem },
    },
  };
}

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Endpoint): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function changeHeaders({ method }: Endpoint): Json[] {
  if (method === "GET") return [];
  return [{ name: "X-Requested-With", in: "header", required: true, schema: { const: "jobwatch" } }];
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}
