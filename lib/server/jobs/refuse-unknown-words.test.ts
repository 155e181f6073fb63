import { expect, test } from "vitest";
import { AppError } from "@/lib/server/app-error";
import { refuseUnknownWords } from "@/lib/server/jobs/refuse-unknown-words";

function refusal(query: unknown): string | null {
  try {
    refuseUnknownWords(query);
    return null;
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
}

test.each([
  [undefined],
  [{}],
  [{ vendor: ["dremio", "huawei-dli", "datameer"] }],
  [{ kind: ["query", "sql", "flink", "spark-batch", "execution", "configuration"] }],
  [{ connection: ["nobody-has-this"] }],
])("%o is asked for", (query) => {
  expect(refusal(query)).toBeNull();
});

test.each([
  [{ vendor: ["dremio", "oracle"] }, "vendor"],
  [{ kind: ["batch"] }, "kind"],
])("%o is refused by name", (query, field) => {
  expect(refusal(query)).toContain("invalid_query");
  expect(() => refuseUnknownWords(query)).toThrow(
    expect.objectContaining({ errors: [expect.objectContaining({ field })] }),
  );
});
