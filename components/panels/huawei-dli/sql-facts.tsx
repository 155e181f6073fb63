import { JobDuration } from "@/components/jobs/job-duration";
import { isoOfEpoch } from "@/components/panels/epoch";
import type { PanelProps } from "@/components/panels/panel-props";
import { ExactBytes } from "@/components/panels/quantity";
import { valueText } from "@/components/panels/value-text";
import { FullInstant } from "@/components/time/instant";
import { type Fact, Facts, given } from "@/components/ui/facts";
import type { DliSqlDetails } from "@/lib/contract/details/huawei-dli";
import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";
import { isFinal } from "@/lib/jobs/state";

const text = (value: string | null | undefined) => (value ? oneLine(value) : undefined);
const known = (value: number | string | null | undefined): value is number | string =>
  value !== null && value !== undefined && value !== "";
const count = (value: number | string | null | undefined) => (known(value) ? formatCount(value) : value);
const bytes = (value: number | string | null | undefined) => (known(value) ? <ExactBytes value={value} /> : undefined);

const MODE: Record<string, string> = { async: "asynchronous", sync: "synchronous" };

/** The vendor's count is 0 until the job has finished: before, it means "not yet". */
function resultRows(job: JobDetail, { resultCount }: DliSqlDetails): Fact["value"] {
  if (!isFinal(job.state)) return <span className="text-faint">not known until it ends</span>;
  if (job.state !== "succeeded") return <span className="text-faint">none: it did not finish</span>;
  return count(job.rowCount ?? resultCount);
}

function cpu(cost: number | string | null | undefined): Fact["value"] {
  if (!known(cost)) return undefined;
  return Number.isFinite(Number(cost)) ? `${formatDurationWords(Number(cost))} of one core` : oneLine(String(cost));
}

function instant(ms: number | null | undefined): Fact["value"] {
  const iso = isoOfEpoch(ms);
  return iso ? <FullInstant iso={iso} /> : undefined;
}

function where({ databaseName, tableName }: DliSqlDetails): string | undefined {
  return (
    [databaseName, tableName]
      .filter(Boolean)
      .map((name) => oneLine(name ?? ""))
      .join(" · ") || undefined
  );
}

function tags({ tags: list }: DliSqlDetails): Fact["value"] {
  if (!list) return list;
  return list.length === 0 ? null : list.map(({ key, value }) => oneLine(`${key ?? ""}=${value ?? ""}`)).join(" · ");
}

/** What was read, what came out, what it cost. */
export function SqlFacts({ job, knownAt, details }: PanelProps & { details: DliSqlDetails }) {
  const always: Fact[] = [
    { label: "Type", value: text(details.jobType) },
    {
      label: "Mode",
      value: details.jobMode ? (MODE[details.jobMode] ?? oneLine(details.jobMode)) : undefined,
      note: details.jobMode && MODE[details.jobMode] ? details.jobMode : undefined,
    },
    { label: "Queue", value: text(details.queueName) },
    { label: "Owner", value: text(details.owner) },
    { label: "Database · table", value: where(details), mono: true },
    { label: "Rows read", value: count(details.inputRowCount) },
    { label: "Bad rows", value: count(details.badRowCount) },
    { label: "Scanned", value: bytes(details.inputSize) },
    { label: "Result rows", value: resultRows(job, details) },
    { label: "Duration", value: <JobDuration job={job} knownAt={knownAt} /> },
    {
      label: "CPU",
      value: cpu(details.cpuCost),
      note: known(details.cpuCost) ? `${count(details.cpuCost)} core·ms` : undefined,
    },
    { label: "Output", value: bytes(details.outputByte) },
    { label: "Tags", value: tags(details) },
  ];
  const some: Fact[] = given([
    { label: "Engine", value: text(details.engineType) },
    { label: "Started", value: instant(details.startTime) },
    { label: "Ended", value: instant(details.endTime) },
    { label: "Result format", value: text(details.resultFormat) },
    { label: "Result path", value: text(details.resultPath), mono: true },
    { label: "Execution details", value: text(details.executionDetailsPath), mono: true },
    { label: "Data path", value: text(details.dataPath), mono: true },
    { label: "Data type", value: text(details.dataType) },
    { label: "Export mode", value: text(details.exportMode) },
    {
      label: "Header row",
      value: typeof details.withColumnHeader === "boolean" ? valueText(details.withColumnHeader) : undefined,
    },
    { label: "Delimiter", value: quoted(details.delimiter) },
    { label: "Quote character", value: quoted(details.quoteChar) },
    { label: "Escape character", value: quoted(details.escapeChar) },
    { label: "Date format", value: text(details.dateFormat), mono: true },
    { label: "Timestamp format", value: text(details.timestampFormat), mono: true },
    { label: "Compression", value: text(details.compress) },
    { label: "The vendor's message", value: text(details.message) },
  ]);
  return <Facts items={[...always, ...some]} />;
}

/** A separator may be a blank or a tab: seen only as JSON writes it. */
function quoted(value: string | null | undefined): string | undefined {
  return value ? JSON.stringify(value) : undefined;
}
