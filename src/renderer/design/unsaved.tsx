import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore, type Store } from '../connection/store.ts';
import { Button } from './button.tsx';
import { SheetCard } from './sheet-card.tsx';

/** Leaves at once if nothing was filled in, otherwise after the person confirms. */
type Leave = (leave: () => void) => void;

type FilledIn = RefObject<HTMLInputElement | HTMLTextAreaElement | null>;

interface Guard {
  /** What is to be left once the person confirms; null: no question is open. */
  readonly asked: Store<{ readonly leave: () => void } | null>;
  /** Marks filled-in text that would be lost, until the returned function is called. */
  readonly hold: (field: FilledIn | undefined) => () => void;
  readonly leave: Leave;
}

const windowGuard = createGuard();
const UnsavedContext = createContext(windowGuard);

/** Asks before text filled in anywhere in the window is lost. The question is `LeaveQuestion`. */
export const leaveWindow: Leave = windowGuard.leave;

/**
 * Asks before text filled in inside it is lost: a `Field` reports its own changes. Leaving by Esc, a click
 * outside or a back button goes through `useLeave`; a button labelled *Cancel* needs no further question.
 */
export function Unsaved({ children }: { children: ReactNode }) {
  const outer = use(UnsavedContext);
  const [guard] = useState(() => createGuard(outer));
  return (
    <UnsavedContext value={guard}>
      {children}
      <LeaveQuestion guard={guard} />
    </UnsavedContext>
  );
}

/**
 * Tells every `Unsaved` around, and the window, whether filled-in text here would be lost.
 * @param field has the text; it has the focus if the person stays
 */
export function useUnsaved(isFilled: boolean, field?: FilledIn): void {
  const guard = use(UnsavedContext);
  useEffect(() => (isFilled ? guard.hold(field) : undefined), [guard, isFilled, field]);
}

/** The leave function of the nearest `Unsaved`; outside of one, that of the window. */
export function useLeave(): Leave {
  return use(UnsavedContext).leave;
}

/** The question of one guard; by default, of the whole window. */
export function LeaveQuestion({ guard = windowGuard }: { guard?: Guard }) {
  const { t } = useTranslation();
  const asked = useStore(guard.asked);
  const end = () => guard.asked.set(null);
  return (
    <SheetCard role="alertdialog" title={t('controls.discardTitle')} isOpen={asked !== null} onClose={end}>
      <p className="text-pretty">{t('controls.discardText')}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button
          onPress={() => {
            end();
            asked?.leave();
          }}
        >
          {t('controls.discard')}
        </Button>
        <Button look="primary" autoFocus onPress={end}>
          {t('controls.discardNot')}
        </Button>
      </div>
    </SheetCard>
  );
}

function createGuard(outer?: Guard): Guard {
  const held = new Set<{ readonly field: FilledIn | undefined }>();
  const asked: Guard['asked'] = createStore<{ readonly leave: () => void } | null>(null);
  return {
    asked,
    hold(field) {
      const release = outer?.hold(field);
      const one = { field };
      held.add(one);
      return () => {
        release?.();
        held.delete(one);
      };
    },
    leave(leave) {
      const [first] = held;
      if (first === undefined) return leave();
      // The question gives the focus back to where it was.
      const field = first.field?.current;
      if (field?.form?.contains(document.activeElement) === false) field.focus();
      asked.set({ leave });
    },
  };
}
