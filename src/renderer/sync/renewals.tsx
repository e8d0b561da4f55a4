import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../codes/name.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Group } from '../design/group.tsx';
import { useTitleFocusWhenGone } from '../design/heading-focus.ts';
import { showToast } from '../design/toasts.tsx';
import { useEntriesOf } from './entry-names.tsx';
import type { OnView } from './on-view.ts';

/** What a removed computer knew: the codes to renew at their sites, ticked off one by one or all. */
export function Renewals({ renewals }: { renewals: OnView['renewals'][number] }) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  const { member, name, entries: ids } = renewals;
  const entries = useEntriesOf(ids);
  const list = useRef<HTMLUListElement>(null);
  const tick = useAct(async ({ sync }, entry: string) => sync.renewed({ member, entry }));
  const tickAll = useAct(
    async ({ sync }) => sync.renewed({ member }),
    () => showToast(t('sync.renewDone', { name })),
  );
  /** The line that is ticked off goes, and the focus with it: on to the next one. */
  const focusBeside = (index: number) => {
    const boxes = list.current?.querySelectorAll('input') ?? [];
    (boxes[index + 1] ?? boxes[index - 1])?.focus();
  };
  return (
    <Group title={t('sync.renew', { name })} text={t('sync.renewText')}>
      <ul ref={list} className="flex flex-col gap-2.5">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <Check
              isSelected={false}
              onChange={() => {
                focusBeside(index);
                tick.run(entry.id);
              }}
            >
              <bdi className="min-w-0 wrap-anywhere">{nameOf(entry, t)}</bdi>
            </Check>
          </li>
        ))}
      </ul>
      <ErrorNotice error={tick.error ?? tickAll.error} />
      <Button className="self-start" isPending={tickAll.isPending} onPress={() => tickAll.run()}>
        {t('sync.renewAll')}
      </Button>
    </Group>
  );
}
