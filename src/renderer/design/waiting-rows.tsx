/** Placeholders for rows that are loading, shown after a moment. */
export function WaitingRows({ label, count = 2 }: { label: string; count?: number }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="after-150 card flex flex-col divide-y divide-line overflow-hidden"
    >
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="flex h-16 items-center gap-3.5 px-4">
          <div className="size-8 rounded-lg bg-sunken" />
          <div className="flex flex-1 flex-col gap-2">
            <div className="h-3 w-36 rounded bg-sunken" />
            <div className="h-2.5 w-48 rounded bg-sunken" />
          </div>
        </div>
      ))}
    </div>
  );
}
