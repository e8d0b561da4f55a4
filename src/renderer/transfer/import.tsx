import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { unusableWords } from '../add/unusable.ts';
import { useStore } from '../connection/store.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../preferences/panel.tsx';
import { Box } from './box.tsx';
import { DryRun } from './dry-run.tsx';
import { handedOver } from './given.ts';
import { createImporting, type Importing } from './import-controller.ts';
import { MovingHelp } from './moving-help.tsx';
import { Result } from './result.tsx';
import { Sources } from './sources.tsx';
import { Working } from './working.tsx';

/** Bringing codes from elsewhere: what to read, the dry run, and what came of it. */
export function Import({ vault }: { vault: OpenState }) {
  const { client } = useApplication();
  const [importing] = useState(() => createImporting(client));
  useEffect(() => {
    takeHandedOver(importing);
    const stop = handedOver.subscribe(() => takeHandedOver(importing));
    return () => {
      stop();
      importing.close();
    };
  }, [importing]);
  return (
    <main className="flex min-h-0 flex-1">
      <Screen importing={importing} isReadOnly={vault.readOnly} />
    </main>
  );
}

function Screen({ importing, isReadOnly }: { importing: Importing; isReadOnly: boolean }) {
  const { t, i18n } = useTranslation();
  // A long dry run is drawn in pieces, between which the window goes on.
  const { work, opening, report, failed, unusable, result } = useDeferredValue(useStore(importing.state));
  if (result !== null) return <Result result={result} onMore={importing.close} />;
  const hasSources = report !== null;
  const unusableText = unusable === null ? null : unusableWords(unusable, t, i18n.language);
  return (
    <Panel title={t('imports.title')} text={hasSources ? undefined : t('imports.text')} width="full">
      {work?.at === 'keeping' ? (
        <Working label={t('imports.keeping')} done={null} />
      ) : (
        <>
          <Box importing={importing} isSmall={hasSources} />
          {work?.at === 'reading' && (
            <Working label={t('imports.reading')} done={work.done} onStop={() => importing.stop()} />
          )}
          {failed !== null && failed.source === null && <ErrorNotice error={failed.error} />}
          {unusableText !== null && (
            <Notice kind="warning" title={unusableText.title} isAlert>
              <p>{unusableText.text}</p>
            </Notice>
          )}
          {report === null ? (
            <MovingHelp />
          ) : (
            <>
              <Sources importing={importing} sources={report.sources} />
              {report.entries.length > 0 && (
                <DryRun
                  importing={importing}
                  report={report}
                  isBusy={work !== null || opening.size > 0}
                  isReadOnly={isReadOnly}
                />
              )}
            </>
          )}
        </>
      )}
    </Panel>
  );
}

/** Reads what was dropped on another screen, or opened, and led here. */
function takeHandedOver(importing: Importing): void {
  const give = handedOver.get();
  if (give === null) return;
  // A moment later, because React may only be mounting the screen a second time.
  queueMicrotask(() => {
    if (handedOver.get() !== give) return;
    handedOver.set(null);
    void importing.read(give);
  });
}
