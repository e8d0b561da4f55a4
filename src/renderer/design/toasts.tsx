import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '../connection/store.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly isError?: boolean;
  /** A later line on the same topic takes its place. */
  readonly topic?: string | undefined;
}

const toasts = createStore<readonly Toast[]>([]);
const spoken = createStore<readonly Pick<Toast, 'id' | 'text'>[]>([]);
let count = 0;

/** How long a line stays in the live region, in milliseconds; it is said as it comes, and not when it goes. */
const spokenFor = 5_000;

/** Shows a line at the bottom for some seconds, at most three at once; screen readers read it out. */
export function showToast(text: string, options: Omit<Toast, 'id' | 'text'> = {}): void {
  count += 1;
  const { topic } = options;
  const others = toasts.get().filter((toast) => topic === undefined || toast.topic !== topic);
  toasts.set([...others.slice(-2), { id: count, text, ...options }]);
  announce(text);
}

/** Makes a screen reader say, once, what is otherwise only visible. */
export function announce(text: string): void {
  count += 1;
  const line = { id: count, text };
  spoken.set([...spoken.get(), line]);
  setTimeout(() => spoken.set(spoken.get().filter((one) => one !== line)), spokenFor);
}

/** The place for toasts and announcements: once, at the end of the window. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useStore(toasts);
  const lines = useStore(spoken);
  // Outside the window's tree: an open dialog makes that inert, including anything added later.
  return createPortal(
    <>
      <div data-react-aria-top-layer="true" aria-live="polite" className="sr-only">
        {lines.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      {shown.length > 0 && (
        <section
          data-react-aria-top-layer="true"
          aria-label={t('add.messages')}
          className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4"
        >
          {shown.map((toast) => (
            <ToastLine key={toast.id} toast={toast} />
          ))}
        </section>
      )}
    </>,
    document.body,
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const close = () => toasts.set(toasts.get().filter(({ id }) => id !== toast.id));
  const seconds = toast.action === undefined && toast.isError !== true ? 4 : 10;

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(
      () => toasts.set(toasts.get().filter(({ id }) => id !== toast.id)),
      seconds * 1000,
    );
    return () => clearTimeout(timer);
  }, [held, seconds, toast.id]);

  return (
    <div
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="enter-rise pointer-events-auto flex max-w-md items-center gap-2 rounded-2xl bg-ink py-1.5 pe-1.5 ps-4 text-canvas shadow-lift"
    >
      <span className="min-w-0 py-1 wrap-anywhere">{toast.text}</span>
      {toast.action !== undefined && (
        <Button
          look="plain"
          size="small"
          className="font-semibold text-canvas! data-[hovered]:bg-canvas/15!"
          onPress={() => {
            toast.action?.run();
            close();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        label={t('add.close')}
        className="size-8! text-canvas! data-[hovered]:bg-canvas/15!"
        onPress={close}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
