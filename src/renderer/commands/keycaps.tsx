/** A combination of keys, as it stands on the keyboard. */
export function Keycaps({ keys }: { keys: readonly string[] }) {
  return (
    <span className="flex shrink-0 gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5.5 min-w-5.5 items-center justify-center rounded-md border border-line bg-surface px-1.5 font-sans text-mini font-medium text-ink"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
