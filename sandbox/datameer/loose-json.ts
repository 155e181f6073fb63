/**
 * Reads JSON that may have unquoted keys and trailing commas, as the page's own call has:
 * `{ variables : { "foo": "fooValue" }, "fileIds" : [4, ]}`. Text in quotes is left alone. Throws SyntaxError.
 */
export function parseLoose(text: string): unknown {
  const parts = text.split(/("(?:[^"\\]|\\.)*")/);
  const strict = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/([A-Za-z_]\w*)(\s*:)/g, '"$1"$2').replace(/,(\s*[}\]])/g, "$1"),
  );
  return JSON.parse(strict.join(""));
}
