import { useQuery } from '@tanstack/react-query';
import { CircleDot, CircleX, History, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Changes, OlderState } from '../../contract/history.ts';
import type { RestorePreview } from '../../contract/restore.ts';
import { RowButton } from '../design/row-button.tsx';
import { Rows } from '../design/rows.tsx';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../preferences/panel.tsx';
import { TakePreview } from '../restore/take-preview.tsx';
import { agoWords } from '../words/ago.ts';
import { formatDate } from '../words/dates.ts';
import { isolated } from '../../contract/plain-line.ts';
import { nameOf } from '../codes/name.ts';

/** The older states, each with its changes, time and contents; previews one before going back to it. */
export function OlderStates({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const look = useAct(
    async (client, generation: number) => client.history.preview({ generation }),
    setPreview,
  );
  if (preview !== null) {
    return <TakePreview preview={preview} isReadOnly={vault.readOnly} onBack={() => setPreview(null)} />;
  }
  const recovered = vault.recoveredFrom;
  return (
    <Panel title={t('settings.history')} text={t('history.text')}>
      {recovered !== null && (
        <Notice kind="warning" title={t('history.recovered')}>
          <p>
            {recovered.writtenAt === null
              ? t('history.recoveredUnknown')
              : t('history.recoveredText', { when: formatDate(recovered.writtenAt, true) })}
          </p>
        </Notice>
      )}
      <ErrorNotice error={look.error} />
      <States onLook={look.run} isPending={look.isPending} />
    </Panel>
  );
}

function States({ onLook, isPending }: { onLook: (generation: number) => void; isPending: boolean }) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const { data, error } = useQuery(calls.history.list.queryOptions({ staleTime: 0, gcTime: 0, retry: 1 }));
  if (data === undefined) return <ErrorNotice error={error} />;
  if (data.states.length === 0) return <p className="text-soft">{t('history.none')}</p>;
  return (
    <Rows>
      {data.since !== null && data.since.length > 0 && (
        <div className="flex items-center gap-3.5 px-4 py-3">
          <CircleDot size={20} aria-hidden className="shrink-0 text-accent" />
          <div className="min-w-0">
            <p className="font-medium">{t('history.now')}</p>
            <p className="text-hint text-pretty wrap-anywhere">{changeWords(data.since, t)}</p>
          </div>
        </div>
      )}
      {data.states.map((one) => (
        <Line key={one.generation} of={one} onLook={() => onLook(one.generation)} isPending={isPending} />
      ))}
    </Rows>
  );
}

function Line({ of, onLook, isPending }: { of: OlderState; onLook: () => void; isPending: boolean }) {
  const { t } = useTranslation();
  const when = formatDate(of.writtenAt, true);
  const { content } = of;
  if (content.state === 'opens') {
    return (
      <RowButton
        icon={History}
        title={when}
        text={
          <>
            {of.changes !== null && of.changes.length > 0 && (
              <span className="block wrap-anywhere text-ink">{changeWords(of.changes, t)}</span>
            )}
            {[
              agoWords(of.writtenAt),
              t('history.entries', { count: content.entries }),
              content.trash > 0 && t('history.trash', { count: content.trash }),
              content.quarantined > 0 && t('history.unreadable', { count: content.quarantined }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </>
        }
        onPress={onLook}
        isPending={isPending}
      />
    );
  }
  const Icon = content.state === 'broken' ? CircleX : KeyRound;
  return (
    <div className="flex items-center gap-3.5 px-4 py-3 text-soft">
      <Icon size={20} aria-hidden className="shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{when}</p>
        <p className="text-hint text-pretty">{t(`history.${content.state}`)}</p>
      </div>
    </div>
  );
}

type Named = Changes[number]['entries'][number];

/** The changes in a sentence per kind: "Added Mail and Bank", "Renamed Mail to Post". */
function changeWords(changes: Changes, t: TFunction): string {
  const sentences = changes.map(({ kind, count, entries }) =>
    t(`history.changed_${kind}`, {
      count,
      what: namesOf(entries, count, t),
      interpolation: { escapeValue: false },
    }),
  );
  return sentences.join('. ');
}

function namesOf(entries: readonly Named[], count: number, t: TFunction): string {
  const names = entries.map((entry) => whole(entry, t));
  const more = count - entries.length;
  if (more > 0) names.push(t('history.more', { count: more }));
  return new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(names);
}

/** Names come from outside and are isolated here; the sentence around them takes them as they are. */
function whole(entry: Named, t: TFunction): string {
  const name = nameOf(entry, t);
  return entry.was === null
    ? isolated(name)
    : t('history.renamedTo', { from: nameOf(entry.was, t), to: name });
}
