import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../../contract/vault.ts';
import { useApplication, useLive } from '../../connection/application.ts';
import type { ExportPlace } from '../../navigation/place.ts';
import { Notice } from '../../design/notice.tsx';
import { Panel } from '../../preferences/panel.tsx';
import { CodesSheet } from './codes-sheet.tsx';
import { Prepare, type Made } from './prepare.tsx';
import { QrSet } from './qr-set.tsx';
import { Saved } from './saved.tsx';
import { TargetList } from './target-list.tsx';
import type { Target } from './targets.ts';
import { chosenIds, everything, Which } from './which.tsx';

/** Taking codes along: which of them, where to, the proof, and what was made. */
export function Export({ vault, place }: { vault: OpenState; place: ExportPlace }) {
  return (
    <main className="flex min-h-0 flex-1">
      <Steps vault={vault} place={place} />
    </main>
  );
}

/** The steps of an export. What was made is dropped with its step. */
function Steps({ vault, place: { ids: asked } }: { vault: OpenState; place: ExportPlace }) {
  const { t } = useTranslation();
  const entries = useLive(useApplication().entries)?.entries ?? null;
  const [chosen, setChosen] = useState(
    asked === undefined ? everything : { isAll: false, ids: new Set(asked) },
  );
  const [target, setTarget] = useState<Target | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const toStart = () => {
    setMade(null);
    setTarget(null);
  };
  if (made !== null) {
    switch (made.as) {
      case 'file':
        return <Saved key="saved" made={made} onMore={toStart} />;
      case 'set':
        return <QrSet key="set" made={made} onBack={toStart} />;
      case 'paper':
        return <CodesSheet key="paper" entries={made.entries} onBack={toStart} />;
    }
  }
  const ids = chosenIds(chosen, entries ?? []);
  if (target !== null) {
    return (
      <Prepare key={target.id} vault={vault} target={target} ids={ids} onMade={setMade} onBack={toStart} />
    );
  }
  const count = ids?.length ?? entries?.length ?? 0;
  return (
    <Panel key="start" title={t('exports.title')} text={t('exports.text')} width="wide">
      {entries?.length === 0 && (
        <Notice title={t('exports.none')}>
          <p>{t('exports.noneText')}</p>
        </Notice>
      )}
      {entries !== null && entries.length > 0 && (
        <>
          <Which entries={entries} chosen={chosen} onChange={setChosen} />
          <TargetList isDisabled={count === 0} onChoose={setTarget} />
        </>
      )}
    </Panel>
  );
}
