import { CircleCheck, CircleDashed, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { done, open } from '../navigation/navigator.ts';
import type { RecoveryPlace } from '../navigation/place.ts';
import { Card } from '../design/card.tsx';
import { Panel } from '../preferences/panel.tsx';
import { Standing } from '../design/standing.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { formatDate } from '../words/dates.ts';
import { MakeKit } from './make-kit.tsx';
import { VerifyKit } from './verify-kit.tsx';

/** The recovery kit: whether it exists and was checked; makes and checks one. */
export function Recovery({ vault, step }: { vault: OpenState; step: RecoveryPlace['step'] }) {
  const { t } = useTranslation();
  if (step === 'make' && !vault.readOnly) return <MakeKit vault={vault} onEnd={toStatus} />;
  if (step === 'check' && !vault.readOnly) return <VerifyKit onEnd={toStatus} />;
  return (
    <Panel title={t('settings.recovery')} text={t('recovery.text')} width="cards">
      <ReadOnlyNotice vault={vault} />
      <Status vault={vault} onMake={() => to('make')} onCheck={() => to('check')} />
      <section className="flex flex-col gap-2 px-1 text-hint text-soft">
        <h2 className="font-semibold text-ink">{t('recovery.whereTitle')}</h2>
        <p className="text-pretty">{t('recovery.where')}</p>
        <h2 className="pt-2 font-semibold text-ink">{t('recovery.otherTitle')}</h2>
        <p className="text-pretty">{t('recovery.other')}</p>
      </section>
    </Panel>
  );
}

const to = (step: 'make' | 'check') => open({ at: 'settings', section: 'recovery', step });
const toStatus = () => done({ at: 'settings', section: 'recovery' });

interface StatusProps {
  vault: OpenState;
  onMake: () => void;
  onCheck: () => void;
}

function Status({ vault: { kit, readOnly }, onMake, onCheck }: StatusProps) {
  const { t } = useTranslation();
  if (kit === null) {
    return (
      <Card>
        <Standing icon={LifeBuoy} title={t('recovery.none')}>
          {t('recovery.noneText')}
        </Standing>
        {!readOnly && (
          <Button look="primary" onPress={onMake}>
            {t('recovery.make')}
          </Button>
        )}
      </Card>
    );
  }
  const isChecked = kit.checkedAt !== null;
  return (
    <Card>
      <Standing
        icon={isChecked ? CircleCheck : CircleDashed}
        isUrgent={!isChecked}
        title={isChecked ? t('recovery.checked') : t('recovery.unchecked')}
      >
        {kit.checkedAt === null
          ? t('recovery.uncheckedText', { made: formatDate(kit.madeAt) })
          : t('recovery.checkedText', {
              made: formatDate(kit.madeAt),
              checked: formatDate(kit.checkedAt),
            })}
      </Standing>
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button look={isChecked ? 'quiet' : 'primary'} onPress={onCheck}>
            {isChecked ? t('recovery.checkAgain') : t('recovery.checkNow')}
          </Button>
          <Button onPress={onMake}>{t('recovery.makeNew')}</Button>
        </div>
      )}
    </Card>
  );
}
