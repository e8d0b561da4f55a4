import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { IconButton } from '../../design/icon-button.tsx';
import { showToast } from '../../design/toasts.tsx';
import { copyText } from '../../design/copy-text.ts';
import { Link } from '../../design/link.tsx';
import { Section } from '../../design/section.tsx';
import { useBranding, type SignedIn } from '../shared/use-account.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { momentWords } from '../../words/moment.ts';
import { Question } from '../../design/question.tsx';
import { useCall } from '../shared/use-call.ts';

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
      <div className="flex flex-col gap-1 card px-4 py-3">
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

/** An unanswered request for help: a person who can sign in again withdraws it. */
function OpenRequest({ request }: { request: SignedIn['openSupportRequests'][number] }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { reference, contact, sentAt } = request;
  const [isAsked, setAsked] = useState(false);
  const withdraw = useCall(
    async () => client.account.support.withdraw({ reference }),
    () => showToast(t('account.page.withdrawn')),
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 card px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{t('account.page.withdrawRow', { reference })}</p>
        <p className="text-hint text-soft wrap-anywhere">
          {t('account.page.withdrawSent', { when: momentWords(sentAt, t), contact })}
        </p>
      </div>
      <Button size="small" onPress={() => setAsked(true)}>
        {t('account.page.withdraw')}
      </Button>
      <Question
        title={t('account.page.withdrawTitle')}
        yes={t('account.page.withdraw')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={withdraw}
      >
        <p className="wrap-anywhere">{t('account.page.withdrawText', { reference })}</p>
      </Question>
    </div>
  );
}
