import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Switch } from '../design/switch.tsx';
import { Panel } from './panel.tsx';

/** How the list of codes looks, and its order; each change applies at once. */
export function ListSettings() {
  const { t } = useTranslation();
  const application = useApplication();
  const preferences = useLive(application.preferences);
  const { mutate: set, error } = useMutation(application.calls.preferences.set.mutationOptions());
  if (preferences === null) return <Panel title={t('settings.list')}>{null}</Panel>;
  return (
    <Panel title={t('settings.list')}>
      <ErrorNotice error={error} />
      <Card>
        <Choice
          label={t('list.density')}
          look="segments"
          value={preferences.listDensity}
          onChange={(listDensity) => set({ listDensity })}
          options={[
            { value: 'comfortable', label: t('list.densityComfortable') },
            { value: 'compact', label: t('list.densityCompact') },
          ]}
        />
        <Choice
          label={t('list.digits')}
          look="segments"
          value={preferences.digitSize}
          onChange={(digitSize) => set({ digitSize })}
          options={[
            { value: 'normal', label: t('list.digitsNormal') },
            { value: 'large', label: t('list.digitsLarge') },
          ]}
        />
      </Card>
      <Card>
        <Choice
          label={t('list.order')}
          look="segments"
          value={preferences.listOrder}
          onChange={(listOrder) => set({ listOrder })}
          options={[
            { value: 'use', label: t('list.orderUse') },
            { value: 'name', label: t('list.orderName') },
            { value: 'hand', label: t('list.orderHand') },
          ]}
        />
        <p className="text-hint text-soft">
          {preferences.listOrder === 'hand' ? t('list.orderHandText') : t('list.orderText')}
        </p>
      </Card>
      <Card>
        <Switch isSelected={preferences.hideCodes} onChange={(hideCodes) => set({ hideCodes })}>
          {t('preferences.hideCodes')}
          <span className="block text-hint text-soft">{t('preferences.hideCodesText')}</span>
        </Switch>
      </Card>
    </Panel>
  );
}
