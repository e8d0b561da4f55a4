import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Group } from '../design/group.tsx';
import { Panel } from '../preferences/panel.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { Conflicts } from './conflicts.tsx';
import { DeletionQuestion } from './deletion-question.tsx';
import { Members } from './members.tsx';
import type { OnView } from './on-view.ts';
import { Renewals } from './renewals.tsx';
import { StatusCard } from './status-card.tsx';
import { TroubleNotice } from './trouble.tsx';
import { TurnOffEverywhere, TurnOffHere } from './turn-off.tsx';

/** Sync is on: what asks the person something, how it stands, who is in, and the ways out. */
export function SyncOn({ vault, view }: { vault: OpenState; view: OnView }) {
  const { t } = useTranslation();
  const { trouble, question } = view;
  // It can only join anew: whatever else it asked for would be refused.
  const isOut = trouble?.next === 'joinAgain';
  return (
    <Panel title={t('settings.sync')} text={t('sync.text')} width="cards">
      <ReadOnlyNotice vault={vault} />
      {trouble !== null && !vault.readOnly && <TroubleNotice trouble={trouble} stage="on" />}
      {question !== null && <DeletionQuestion question={question} isReadOnly={vault.readOnly} />}
      <Conflicts conflicts={view.conflicts} isReadOnly={vault.readOnly} />
      <StatusCard view={view} isOut={isOut} />
      <Members members={view.members} hasKit={vault.kit !== null} isReadOnly={vault.readOnly || isOut} />
      {view.renewals.map((one) => (
        <Renewals key={one.member} renewals={one} />
      ))}
      <Group title={t('sync.turnOffTitle')} text={t('sync.turnOffText')}>
        <div className="flex flex-wrap gap-2">
          <TurnOffHere />
          <TurnOffEverywhere label={t('sync.turnOffEverywhere')} />
        </div>
      </Group>
    </Panel>
  );
}
