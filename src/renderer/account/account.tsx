import type { ReactNode } from 'react';
import { OpenedLinkOver } from './activation/opened-link.tsx';
import { Guide } from './guide.tsx';
import { usePlace } from './places.ts';
import { StepUpDialog } from './step-up/step-up-dialog.tsx';

/** The codes, or the account in their place; over both, a link that was opened and the fresh check. */
export function WithAccount({ codes }: { codes: ReactNode }) {
  const place = usePlace();
  return (
    <>
      {place === null ? codes : <Guide place={place} />}
      <StepUpDialog />
      <OpenedLinkOver />
    </>
  );
}
