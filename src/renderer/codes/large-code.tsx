import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { createStore, useStore } from '../connection/store.ts';
import { Sheet } from '../design/sheet.tsx';
import { useCodeNow } from './code-store.ts';
import { Digits } from './digits.tsx';
import { nameOf } from './name.ts';
import { TimeRing } from './time-ring.tsx';
import { useCountdown } from './use-countdown.ts';

const largeId = createStore<string | null>(null);

/** Shows one entry's code as large as the window allows: to type it elsewhere, or where copying failed. */
export function showLarge(id: string): void {
  largeId.set(id);
}

/** The place of the large code: once, over the codes. */
export function LargeCode({ entries }: { entries: readonly EntryView[] }) {
  const { t } = useTranslation();
  const id = useStore(largeId);
  const entry = entries.find((one) => one.id === id);
  return (
    <Sheet
      title={entry === undefined ? '' : nameOf(entry, t)}
      isOpen={entry !== undefined}
      onClose={() => largeId.set(null)}
    >
      {entry !== undefined && <Large entry={entry} />}
    </Sheet>
  );
}

function Large({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { codes } = useApplication();
  const { code, now } = useCodeNow(codes, entry);
  const place = useCountdown(code, t);
  return (
    <div ref={place} className="m-auto flex w-full flex-col items-center gap-6 py-6 text-center">
      {now !== undefined && (
        <Digits
          code={now}
          className="urgent-late selectable flex-wrap justify-center text-[clamp(3rem,19vw,6.5rem)] leading-none font-semibold"
        />
      )}
      {entry.kind !== 'hotp' && code !== undefined && (
        <div className="flex flex-wrap items-center justify-center gap-x-5 gap-y-3 text-soft">
          <TimeRing size="detail" />
          {code.next !== '' && (
            <p className="flex items-baseline gap-2">
              {t('codes.next')}
              <Digits code={code.next} className="text-2xl font-medium" />
            </p>
          )}
        </div>
      )}
    </div>
  );
}
