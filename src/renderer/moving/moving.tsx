import { CircleCheck } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovingSite } from '../../contract/moving.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Bar } from '../design/bar.tsx';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Fold } from '../design/fold.tsx';
import { done } from '../navigation/navigator.ts';
import type { MovingPlace } from '../navigation/place.ts';
import { Panel } from '../preferences/panel.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { AddSites } from './add-sites.tsx';
import { progressOf } from './progress.ts';
import { SiteList } from './site-list.tsx';

/** The moving list: how far it is, more sites for it, and what to do at each. */
export function Moving({ vault, place }: { vault: OpenState; place: MovingPlace }) {
  const { t } = useTranslation();
  const heard = useLive(useApplication().moving);
  return (
    <main className="flex min-h-0 flex-1">
      <Panel title={t('moving.title')} text={t('moving.text')} width="wide">
        <ReadOnlyNotice vault={vault} />
        {heard !== null && <List sites={heard.sites} chosen={place.site} isReadOnly={vault.readOnly} />}
      </Panel>
    </main>
  );
}

interface ListProps {
  sites: readonly MovingSite[];
  chosen: string | undefined;
  isReadOnly: boolean;
}

function List({ sites, chosen, isReadOnly }: ListProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { moved, count } = progressOf(sites);
  const isDone = count > 0 && moved === count;
  const progress = t('moving.progress', { moved, count });
  return (
    <>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none!">
            {t('moving.list')}
          </h2>
          <p className="text-soft">{count === 0 ? t('moving.none') : progress}</p>
        </div>
        {count > 0 && <Bar label={progress} done={moved / count} />}
      </div>
      {isDone && <Done isReadOnly={isReadOnly} />}
      {!isReadOnly && (
        <Fold title={t('moving.add')} level={3} isOpen={count === 0}>
          <AddSites from={sites.at(-1)?.app} />
        </Fold>
      )}
      <SiteList
        sites={sites}
        chosen={chosen}
        isReadOnly={isReadOnly}
        onGone={() => heading.current?.focus()}
      />
    </>
  );
}

/** Nothing is left to move. */
function Done({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const clear = useAct(
    async () => client.moving.remove({ id: null }),
    ({ undoId }) => {
      showUndo(client, undoId, t('moving.cleared'), t);
      done();
    },
  );
  return (
    <Card>
      <div className="flex items-start gap-3">
        <CircleCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t('moving.doneTitle')}</p>
          <p className="text-hint text-pretty text-soft">{t('moving.doneText')}</p>
        </div>
      </div>
      <ErrorNotice error={clear.error} />
      {!isReadOnly && (
        <Button className="self-end" isPending={clear.isPending} onPress={() => clear.run()}>
          {t('moving.clear')}
        </Button>
      )}
    </Card>
  );
}
