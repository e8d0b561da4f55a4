import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../controls/button.tsx';
import { showToast } from '../../controls/toasts.tsx';
import { copyText } from '../shared/copy-text.ts';
import { Link } from '../shared/link.tsx';
import { Section } from '../shared/section.tsx';
import { useBranding } from '../shared/use-account.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { OpenRequest } from './open-request.tsx';

/** The server's portal and support, and open support requests. */
export function Help({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const branding = useBranding();
  if (branding === null) return null;
  const { portal, support, name } = branding;
  const copy = async () => {
    const isCopied = await copyText(support.address);
    showToast(isCopied ? t('account.copied') : t('account.copyFailed'), { isError: !isCopied });
  };
  return (
    <Section title={t('account.page.links')}>
      {account.openSupportRequests.map((request) => (
        <OpenRequest key={request.reference} request={request} />
      ))}
      <div className="flex flex-col gap-1 rounded-2xl border border-line bg-surface px-4 py-3">
        {portal !== null && (
          <p>
            <Link href={portal}>{t('account.page.portal', { name })}</Link>
          </p>
        )}
        {support.url !== null && (
          <p>
            <Link href={support.url}>{t('account.page.supportPage')}</Link>
          </p>
        )}
        <p className="flex items-center gap-1">
          <span className="selectable min-w-0 wrap-anywhere">
            {t('account.page.supportRow', { address: support.address })}
          </span>
          <IconButton label={t('account.page.supportCopy')} className="size-8!" onPress={() => void copy()}>
            <Copy size={15} aria-hidden />
          </IconButton>
        </p>
      </div>
    </Section>
  );
}
