import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface StandingProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  /** It asks the person to do something. */
  isUrgent?: boolean;
}

/** How something stands, at the head of its card: an icon, the state, and what it means. */
export function Standing({ icon: Icon, title, children, isUrgent = false }: StandingProps) {
  return (
    <div className="flex items-start gap-3">
      <Icon size={22} aria-hidden className={`mt-0.5 shrink-0 ${isUrgent ? 'text-urgent' : 'text-accent'}`} />
      <div className="min-w-0">
        <h2 className="text-head font-semibold">{title}</h2>
        <p className="text-pretty text-soft">{children}</p>
      </div>
    </div>
  );
}
