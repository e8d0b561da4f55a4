import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { SheetCard } from './sheet-card.tsx';

/** Leaves at once if nothing was filled in, otherwise after the person confirms. */
type Leave = (leave: () => void) => void;

interface Guard {
  /** Marks filled-in text that would be lost, until the returned function is called. */
  readonly hold: () => () => void;
  readonly leave: Leave;
}

const UnsavedContext = createContext<Guard | null>(null);

/**
 * Asks before text filled in inside it is lost: a `Field` reports its own changes. Leaving by Esc, a click
 * outside or a back button goes through `useLeave`; a button labelled *Cancel* needs no further question.
 */
export function Unsaved({ children }: { children: ReactNode }) {
  const holds = useRef(0);
  const [asked, setAsked] = useState<{ readonly leave: () => void } | null>(null);
  const guard = useMemo<Guard>(
    () => ({
      hold() {
        holds.current += 1;
        return () => {
          holds.current -= 1;
        };
      },
      leave(leave) {
        if (holds.current === 0) leave();
        else setAsked({ leave });
      },
    }),
    [],
  );
  return (
    <UnsavedContext value={guard}>
      {children}
      <Question asked={asked} onEnd={() => setAsked(null)} />
    </UnsavedContext>
  );
}

/** Tells the nearest `Unsaved` whether filled-in text here would be lost. */
export function useUnsaved(isFilled: boolean): void {
  const guard = use(UnsavedContext);
  useEffect(() => (isFilled ? guard?.hold() : undefined), [guard, isFilled]);
}

/** The leave function of the nearest `Unsaved`; outside of one, it does not ask. */
export function useLeave(): Leave {
  const guard = use(UnsavedContext);
  return guard?.leave ?? ((leave) => leave());
}

function Question({ asked, onEnd }: { asked: { readonly leave: () => void } | null; onEnd: () => void }) {
  const { t } = useTranslation();
  return (
    <SheetCard role="alertdialog" title={t('controls.discardTitle')} isOpen={asked !== null} onClose={onEnd}>
      <p className="text-pretty">{t('controls.discardText')}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button
          onPress={() => {
            onEnd();
            asked?.leave();
          }}
        >
          {t('controls.discard')}
        </Button>
        <Button look="primary" autoFocus onPress={onEnd}>
          {t('controls.discardNot')}
        </Button>
      </div>
    </SheetCard>
  );
}
