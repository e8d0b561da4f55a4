import type { ReactNode } from 'react';

/** A link out of the window; the host decides what may be opened. Only web addresses become links. */
export function Link({ href, children }: { href: string; children: ReactNode }) {
  const protocol = URL.parse(href)?.protocol;
  if (protocol !== 'https:' && protocol !== 'http:') return <span>{children}</span>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-block min-h-6 rounded font-medium text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      {children}
    </a>
  );
}
