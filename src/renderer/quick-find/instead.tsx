import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint, Keys } from './hints.tsx';
import { useReadyTitle } from './use-ready-title.ts';

interface InsteadProps {
  icon: LucideIcon;
  title: string;
  text: string;
  /** What Enter does. */
  action?: { label: string; run: () => void };
}

/** What the quick find says where there is nothing to find: why, and the next step. */
export function Instead({ icon: Icon, title, text, action }: InsteadProps) {
  const { t } = useTranslation();
  useReadyTitle();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
        <span className="flex size-14 items-center justify-center rounded-2xl bg-tint text-accent">
          <Icon size={26} strokeWidth={1.8} aria-hidden />
        </span>
        <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
        <p className="max-w-sm text-pretty text-soft">{text}</p>
        {action !== undefined && (
          <button
            ref={button}
            type="button"
            onClick={action.run}
            className="mt-1 min-h-10 cursor-pointer rounded-xl bg-accent px-5 font-medium text-on-accent shadow-sm hover:bg-accent-strong"
          >
            {action.label}
          </button>
        )}
      </div>
      <Keys>
        {action !== undefined && <Hint keys={['↵']}>{action.label}</Hint>}
        <Hint keys={['Esc']}>{t('quickFind.close')}</Hint>
      </Keys>
    </>
  );
}

/** The vault is being opened. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" className="after-150 flex flex-1 flex-col gap-2 p-3">
      <div className="mb-2 h-10 rounded-xl bg-sunken" />
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex h-12 items-center gap-3 px-2">
          <div className="size-8 rounded-lg bg-sunken" />
          <div className="h-3 w-40 rounded bg-sunken" />
        </div>
      ))}
      <p role="status" className="sr-only">
        {t('trouble.opening')}
      </p>
    </div>
  );
}
