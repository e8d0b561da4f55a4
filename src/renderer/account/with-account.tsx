import type { ReactNode } from 'react';
import { OpenedLinkOver } from './activation/opened-link.tsx';
import { AccountScreen } from './account-screen.tsx';
import { usePlace } from './places.ts';
import { StepUpDialog } from './step-up/step-up-dialog.tsx';

/** The codes, or the account in their place; on top of either, an opened link and the fresh check. */
export function WithAccount({ codes }: { codes: ReactNode }) {
  const place = usePlace();
  return (
    <>
      {place === null ? codes : <AccountScreen place={place} />}
      <StepUpDialog />
      <OpenedLinkOver />
    </>
  );
}
