import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScanQrCode } from 'lucide-react';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { Sheet } from '../design/sheet.tsx';
import { amend, done, open, useNavigation } from '../navigation/navigator.ts';
import { createAdd, type Add, type AddState } from './add-controller.ts';
import type { Scan } from './scan-state.ts';
import { Added } from './added.tsx';
import { CameraScan } from './camera-scan.tsx';
import { DropAndPaste } from './drop-and-paste.tsx';
import { Failed, Unreadable } from './failed.tsx';
import { Nothing } from './nothing.tsx';
import { Preview } from './preview.tsx';
import { refusedTitle } from './refused-title.ts';
import { TypedForm } from './typed-form.tsx';
import { AddContext, useAdd, useSite } from './use-add.ts';
import { useOpenedCodes } from './use-set-up-links.ts';
import { Ways } from './ways.tsx';
import { Button } from '../design/button.tsx';
import { ScanProgress } from './scan-progress.tsx';

interface AddFlowProps {
  entries: readonly EntryView[];
  isReadOnly: boolean;
  children: ReactNode;
}

/** Adding codes: a sheet over the list, plus paste and drop anywhere in the window. */
export function AddFlow({ entries, isReadOnly, children }: AddFlowProps) {
  const { client, calls } = useApplication();
  const queries = useQueryClient();
  const [add] = useState(() =>
    createAdd(
      client,
      async () => (await queries.ensureQueryData(calls.host.info.queryOptions())).screenCapture,
    ),
  );
  useEffect(() => () => add.close(), [add]);
  useAddPlace(add, isReadOnly);
  useOpenedCodes(add);

  return (
    <AddContext value={add}>
      {children}
      {!isReadOnly && <DropAndPaste />}
      <AddSheet entries={entries} />
    </AddContext>
  );
}

/** The place begins in the way that it names. What is pasted or dropped opens it, and leaving it ends everything. */
function useAddPlace(add: Add, isReadOnly: boolean): void {
  const { place } = useNavigation();
  const isHere = place.at === 'add';
  const way = place.at === 'add' ? place.way : undefined;
  const site = useSite();
  useEffect(() => {
    if (isHere) return () => add.close();
    return add.state.subscribe(() => add.state.get().step !== 'choose' && open({ at: 'add' }));
  }, [add, isHere]);
  useEffect(() => {
    if (isHere && isReadOnly) done();
    if (way === undefined) return;
    if (way === 'screen') void add.screen();
    else if (way === 'camera') add.camera();
    else add.type();
    amend({ at: 'add', ...(site && { site }) });
  }, [add, isHere, isReadOnly, way, site]);
}

function AddSheet({ entries }: { entries: readonly EntryView[] }) {
  const add = useAdd();
  const { place } = useNavigation();
  const state = useStore(add.state);
  const hasBack = state.step !== 'choose' && state.step !== 'added';
  return (
    <Sheet
      title={useTitle(state)}
      isOpen={place.at === 'add'}
      onClose={() => done()}
      onBack={hasBack ? add.choose : undefined}
    >
      <Step state={state} entries={entries} />
    </Sheet>
  );
}

function Step({ state, entries }: { state: AddState; entries: readonly EntryView[] }) {
  switch (state.step) {
    case 'choose':
      return <Ways />;
    case 'typed':
      return <TypedForm key={state.secret} secret={state.secret} />;
    case 'scan':
      if (state.way === 'camera') return <CameraScan scan={state} />;
      return state.previews.length > 0 ? <Preview scan={state} /> : <Scanning scan={state} />;
    case 'failed':
      return <Failed way={state.way} error={state.error} />;
    case 'unreadable':
      return <Unreadable what={state.what} />;
    case 'added':
      return <Added entries={entries.filter(({ id }) => state.entryIds.includes(id))} />;
  }
}

function useTitle(state: AddState): string {
  const { t } = useTranslation();
  const site = useSite();
  switch (state.step) {
    case 'typed':
      return t('add.typedTitle');
    case 'scan': {
      const count = state.previews.length;
      const [first] = state.previews;
      if (count === 1 && first?.duplicate?.kind === 'same') return t('add.alreadyHere');
      if (count === 1) return t('add.previewTitle');
      if (count > 1) return t('add.previewTitleMany', { count });
      if (state.progress !== null) return t(state.way === 'camera' ? 'camera.title' : 'add.scanning');
      if (state.parts.length > 0) return t('add.partTitle');
      if (state.refusals.length > 0) return refusedTitle(state.way, t);
      if (state.others > 0) return t('add.othersTitle');
      return state.isStopped ? t('add.stoppedTitle') : t('add.nothingTitle');
    }
    case 'added':
      return state.entryIds.length === 1
        ? t('add.addedTitle')
        : t('add.addedTitleMany', { count: state.entryIds.length });
    default:
      return site === undefined ? t('add.title') : t('moving.addTitle', { name: site.name });
  }
}

/** A scan that has found nothing yet, or has ended without finding anything. */
function Scanning({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const add = useAdd();
  if (scan.progress === null) return <Nothing scan={scan} />;
  return (
    <div className="flex flex-col items-center gap-6 py-4">
      <div
        aria-hidden
        className="relative flex size-32 items-center justify-center overflow-hidden rounded-3xl bg-tint text-accent"
      >
        <ScanQrCode size={64} strokeWidth={1.3} />
        <div className="sweeping absolute inset-x-0 -top-full h-full border-b-2 border-accent bg-linear-to-b from-transparent to-accent/15" />
      </div>
      <ScanProgress scan={scan} label={t('add.scanning')} />
      <Button onPress={add.stop}>{t('add.stop')}</Button>
    </div>
  );
}
