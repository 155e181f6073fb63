import type { ConnectionField, VendorConnector, VendorDescriptor } from "../../lib/vendors/types";

/** An address stands in for any: no budget depends on it. */
const PLAIN = { baseUrl: "https://vendor.example", consoleUrl: null };

/** What each vendor's descriptor says, as one page. The same vendors give the same text. */
export function vendorPage(vendors: Readonly<Record<string, VendorConnector>>): string {
  const descriptors = Object.values(vendors).map(({ descriptor }) => descriptor);
  return [
    "# Vendors",
    "Made from the descriptors in `lib/vendors/*/descriptor.ts` by `npm run docs:vendors`; a test compares the two. " +
      "Quirks, and what each connector cannot do, stand in the README of its folder.",
    "## Kinds of job",
    table(
      ["vendor", "kind", "what", "actions", "results", "log", "subjobs and progress", "ids"],
      descriptors.flatMap(kindRows),
    ),
    "A definition is run again and again under one id: one row, one page, a history of runs.",
    "## How often it is asked",
    table(["vendor", "sweep every", "what ended lately every", "calls a minute"], descriptors.map(paceRow)),
    "Defaults: a connection's `pollSeconds` and `budgetPerMinute` go before them.",
    ...descriptors.flatMap(configuration),
  ].join("\n\n");
}

function kindRows({ id, kinds }: VendorDescriptor): string[][] {
  return kinds.map(({ kind, label, definition, actions, offers, idPattern }) => [
    code(id),
    code(kind),
    definition ? `${label}, a definition` : label,
    actions.length === 0 ? "none" : actions.map(code).join(", "),
    yes(offers.results),
    yes(offers.log),
    yes(offers.subjobs),
    code(String(idPattern)),
  ]);
}

function paceRow({ id, poll, settings, budgetPerMinute }: VendorDescriptor): string[] {
  const usual = budgetPerMinute(PLAIN);
  const others = settings.flatMap(({ name }) => {
    const calls = budgetPerMinute({ ...PLAIN, [name]: "given" });
    return calls === usual ? [] : [`${calls} with ${code(name)}`];
  });
  return [code(id), `${poll.defaultSeconds} s`, `${poll.recentEverySeconds} s`, [usual, ...others].join(", ")];
}

function configuration({ id, label, docsUrl, auth, settings }: VendorDescriptor): string[] {
  return [
    `## ${label}: \`${id}\``,
    `The vendor's documentation: <${docsUrl}>`,
    table(
      ["`auth.type`", "field", "required", "secret", "what"],
      auth.flatMap((option) =>
        option.fields.map((field) => [code(option.type), code(field.name), ...fieldCells(field)]),
      ),
    ),
    ...(settings.length === 0
      ? ["It has no settings of its own."]
      : [
          table(
            ["setting", "required", "secret", "what"],
            settings.map((field) => [code(field.name), ...fieldCells(field)]),
          ),
        ]),
  ];
}

function fieldCells({ label, required, secret, help }: ConnectionField): string[] {
  return [yes(required), yes(secret), help === null ? label : `${label}. ${help}`];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const yes = (value: boolean) => (value ? "yes" : "no");
const code = (text: string) => `\`${text}\``;
