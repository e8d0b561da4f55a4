import { useTranslation } from 'react-i18next';
import type { OpenedLink } from '../../../contract/account-state.ts';
import { hostOf } from '../shared/use-account.ts';

/** Whose account it is and at which server: the person must recognise both before agreeing. */
export function Whose({ link }: { link: OpenedLink }) {
  const { t } = useTranslation();
  return (
    <dl className="flex flex-col divide-y divide-line card">
      {link.address !== null && (
        <div className="flex items-baseline justify-between gap-4 px-4 py-3">
          <dt className="text-hint text-soft">{t('account.link.whose')}</dt>
          <dd className="min-w-0 text-end text-base font-semibold wrap-anywhere">{link.address}</dd>
        </div>
      )}
      <div className="flex items-baseline justify-between gap-4 px-4 py-3">
        <dt className="text-hint text-soft">{t('account.link.at')}</dt>
        <dd className="min-w-0 text-end font-medium wrap-anywhere">{hostOf(link.server)}</dd>
      </div>
    </dl>
  );
}
