import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { windowCommands } from '../../contract/commands.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { SheetCard } from '../design/sheet-card.tsx';
import { Keycaps } from './keycaps.tsx';
import { allShownKeys } from './keys.ts';
import { over } from './use-run.ts';

/** What the keys do in the list of codes, which has the focus then. */
const listKeys = [
  { does: 'type', keys: [['a', 'b', 'c', '…']] },
  { does: 'move', keys: [['↑'], ['↓']] },
  { does: 'copy', keys: [['↵']] },
  { does: 'copyNext', keys: [['⇧', '↵']] },
  { does: 'details', keys: [['→']] },
  { does: 'menu', keys: [['⇧', 'F10']] },
  { does: 'leave', keys: [['Esc']] },
] as const;

/** The list of the keyboard's shortcuts. */
export function Shortcuts() {
  const { t, i18n } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const isOpen = useStore(over) === 'shortcuts';
  const platform = host?.platform ?? 'other';
  const ofCommands = windowCommands.map((id) => ({
    name: t(`commands.${id}`),
    keys: allShownKeys(id, platform, i18n.language),
  }));
  return (
    <SheetCard title={t('commands.shortcuts')} isOpen={isOpen} onClose={() => over.set(null)} width="narrow">
      <div className="flex flex-col gap-5">
        <Keyed title={t('shortcuts.anywhere')} rows={ofCommands.filter(({ keys }) => keys.length > 0)} />
        <Keyed
          title={t('shortcuts.inList')}
          rows={listKeys.map(({ does, keys }) => ({ name: t(`shortcuts.${does}`), keys }))}
        />
      </div>
    </SheetCard>
  );
}

interface KeyedProps {
  title: string;
  rows: readonly { readonly name: string; readonly keys: readonly (readonly string[])[] }[];
}

function Keyed({ title, rows }: KeyedProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="pb-1 text-hint font-medium text-soft">{title}</h3>
      <dl className="flex flex-col divide-y divide-line">
        {rows.map(({ name, keys }) => (
          <div key={name} className="flex min-h-10 items-center justify-between gap-4 py-1.5">
            <dt className="min-w-0">{name}</dt>
            <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1.5">
              {keys.map((combination, index) => (
                <span key={combination.join('+')} className="flex items-center gap-1.5">
                  {index > 0 && <span className="text-xs text-soft">{t('shortcuts.or')}</span>}
                  <Keycaps keys={combination} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
