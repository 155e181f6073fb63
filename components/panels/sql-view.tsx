"use client";

import sqlLanguage from "highlight.js/lib/languages/sql";
import { createLowlight } from "lowlight";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";

const lowlight = createLowlight({ sql: sqlLanguage });
/** Longer statements are shown as plain text: nobody reads the colours of a megabyte. */
const COLOURED = 40_000;
const SHOWN = 400_000;

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

/** The highlighter's tree as elements: text stays text. */
function draw(node: Node, key: number): ReactNode {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return null;
  const names = Array.isArray(node.properties.className) ? node.properties.className : [];
  const kind = names
    .map(String)
    .find((name) => name.startsWith("hljs-"))
    ?.slice(5);
  return (
    <span key={key} className={kind ? `sql-${kind}` : undefined}>
      {node.children.map(draw)}
    </span>
  );
}

export function Highlighted({ sql }: { sql: string }) {
  const drawn = useMemo(() => {
    const text = visibleText(sql);
    return text.length > COLOURED ? text : lowlight.highlight("sql", text).children.map(draw);
  }, [sql]);
  return drawn;
}

/** The formatter knows the vendor's words by dialect; it is fetched when asked for. */
async function formatSql(sql: string): Promise<string> {
  const { formatDialect, spark } = await import("sql-formatter");
  return formatDialect(sql, { dialect: spark, tabWidth: 2, keywordCase: "preserve" });
}

/** A statement, highlighted, formatted on demand. */
export function SqlView({ sql, title = "Statement" }: { sql: string; title?: string }) {
  const [formatted, setFormatted] = useState<{ of: string; text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = formatted?.of === sql ? formatted.text : sql;
  async function toggle() {
    setProblem(null);
    if (formatted?.of === sql) return setFormatted(null);
    try {
      setFormatted({ of: sql, text: await formatSql(sql) });
    } catch {
      setProblem("It could not be formatted: the formatter does not know this dialect.");
    }
  }
  return (
    <Panel
      title={title}
      id="statement"
      note={problem ?? (formatted?.of === sql ? "formatted" : plural(sql.length, "character"))}
      aside={
        <>
          <Button
            small
            aria-pressed={formatted?.of === sql}
            disabled={sql.length > COLOURED}
            onClick={() => void toggle()}
          >
            Format
          </Button>
          <CopyButton text={() => sql} label="Copy the statement" word="Copy" tone="plain" />
        </>
      }
    >
      <pre
        tabIndex={0}
        role="region"
        aria-label={`${title}, text`}
        className="max-h-96 overflow-auto font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        <Highlighted sql={shown.slice(0, SHOWN)} />
        {shown.length > SHOWN ? "\n… the rest is in Raw" : null}
      </pre>
    </Panel>
  );
}
