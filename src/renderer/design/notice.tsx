import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';

interface NoticeProps {
  kind?: 'info' | 'warning' | 'error';
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
  /** A screen reader reads it out at once. */
  isAlert?: boolean;
  ref?: Ref<HTMLDivElement>;
}

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert };
const looks = {
  info: 'border-line bg-surface',
  warning: 'border-note-line bg-note',
  error: 'border-alarm-line bg-alarm',
};
const colours = { info: 'text-accent', warning: 'text-urgent', error: 'text-danger' };

/** A remark, a warning or an error beside what the person is doing. */
export function Notice({ kind = 'info', title, children, action, isAlert = false, ref }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div
      ref={ref}
      role={isAlert ? 'alert' : undefined}
      className={`flex scroll-my-4 items-start gap-3 rounded-2xl border px-3.5 py-3 text-hint ${looks[kind]}`}
    >
      <Icon size={18} aria-hidden className={`mt-px shrink-0 ${colours[kind]}`} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
