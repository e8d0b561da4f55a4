import { useState } from 'react';
import { takeCopied } from '../codes/window-clipboard.ts';
import { useAct, type Act } from '../connection/use-act.ts';
import { announce } from '../design/toasts.tsx';

/** Copies a secret that is shown; the clipboard is cleared as after a code. `copied` is the last one. */
export function useCopySecret(announcement: string): Act<string> & { readonly copied: string | null } {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = useAct(
    async ({ codes }, key: string) => takeCopied(await codes.copyKey({ key })),
    (_, key) => {
      setCopied(key);
      announce(announcement);
    },
  );
  return { ...copy, copied };
}
