import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/number";

/** Beyond 2^53 an integer comes as its digits. */
export type Integer = number | string;

const exactBytes = (value: Integer) => `${formatCount(value)} B`;

/** Readable bytes, and beside them every digit. */
export function ExactBytes({ value }: { value: Integer }) {
  const [readable, exact] = [formatBytes(value), exactBytes(value)];
  return (
    <>
      {readable} {readable === exact ? null : <span className="text-faint">{exact}</span>}
    </>
  );
}

/** Readable bytes; every digit on hover and for readers. */
export function Bytes({ value }: { value: Integer }) {
  const [readable, exact] = [formatBytes(value), exactBytes(value)];
  if (readable === exact) return exact;
  return (
    <span title={exact}>
      <span aria-hidden>{readable}</span>
      <span className="sr-only">{`${readable}, exactly ${exact}`}</span>
    </span>
  );
}
