/** A word or two beside a name that say what sets it apart. */
export function Badge({ children }: { children: string }) {
  return (
    <span className="rounded-full bg-tint px-2 py-px text-xs font-medium text-accent forced-colors:border">
      {children}
    </span>
  );
}
