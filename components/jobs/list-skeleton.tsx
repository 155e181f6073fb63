/** The list before its first answer: the room it will take, and a word for readers. */
export function ListSkeleton() {
  return (
    <div role="status" className="panel min-h-64 flex-1 overflow-hidden">
      <span className="sr-only">Loading jobs</span>
      <div className="h-8 border-b border-line" />
      {Array.from({ length: 14 }, (_, index) => (
        <div key={index} className="flex h-11 items-center gap-6 border-b border-line px-4">
          <span className="skeleton h-3 w-28" />
          <span className="skeleton h-3 flex-1" style={{ maxWidth: `${30 + ((index * 37) % 50)}%` }} />
          <span className="skeleton ml-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
