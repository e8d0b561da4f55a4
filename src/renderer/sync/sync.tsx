import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncView } from '../../contract/sync.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import type { SyncStep } from '../navigation/place.ts';
import { Panel } from '../preferences/panel.tsx';
import { AddComputer } from './add-computer.tsx';
import { Between } from './between.tsx';
import { KitStep } from './kit-step.tsx';
import { SyncOff } from './off.tsx';
import { SyncOn } from './on.tsx';
import { Waiting } from './waiting.tsx';

interface SyncProps {
  vault: OpenState;
  step: SyncStep | undefined;
}

/** The stage at which each step begins. */
const begins: Record<SyncStep, SyncView['stage']> = {
  turnOn: 'off',
  joinByKit: 'off',
  add: 'on',
  addKit: 'on',
};

/** Sync: turning it on, joining, and what stands where it is on. */
export function Sync({ vault, step }: SyncProps) {
  const { t } = useTranslation();
  const view = useLive(useApplication().sync);
  const [first, setFirst] = useState<SyncView['stage'] | null>(null);
  if (view === null) {
    return (
      <Panel title={t('settings.sync')} text={t('sync.text')}>
        {null}
      </Panel>
    );
  }
  if (first === null) setFirst(view.stage);
  // A step that has changed the stage stays until its call has ended.
  if (step !== undefined && !vault.readOnly && begins[step] === (first ?? view.stage))
    return step === 'add' ? <AddComputer /> : <KitStep step={step} />;
  switch (view.stage) {
    case 'off':
      return <SyncOff vault={vault} />;
    case 'unreadable':
    case 'entering':
      return <Between view={view} />;
    case 'waiting':
      return <Waiting view={view} />;
    case 'on':
      return <SyncOn vault={vault} view={view} />;
  }
}
