import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { methodKinds, type MethodKind } from '../../../contract/vocabulary.ts';
import { useApplication } from '../../connection/application.ts';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { done, open } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { RowButton } from '../../design/row-button.tsx';
import { Rows } from '../../design/rows.tsx';
import { Step } from '../shared/step.tsx';
import { useBranding, type SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { methodIcons } from './method-icon.ts';
import { methodName } from './method-name.ts';

interface ChooseMethodProps {
  account: SignedIn;
  /** The method to remove once the new one is confirmed. */
  replaces?: string | undefined;
}

/** Which method to set up: the three with their reasons, the authenticator app recommended first. */
export function ChooseMethod({ account, replaces }: ChooseMethodProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const offered = useBranding()?.methods ?? methodKinds;
  const isFirst = account.kind === 'enrolment';
  const former = account.methods.find(({ id }) => id === replaces);
  const replacing = replaces === undefined ? {} : { replaces };
  const hasTotp = account.methods.some(({ kind, confirmed }) => kind === 'totp' && confirmed);
  const begin = useCall(
    async () =>
      client.account.methods.begin({ kind: 'totp', destination: freeLabel(account, t), ...replacing }),
    () =>
      done(
        isFirst || !account.secondMethodAdvised ? accountOverview : { at: 'account', page: 'secondMethod' },
      ),
  );
  const texts: Record<MethodKind, string> = {
    totp: t('account.methods.totpText'),
    email: t('account.methods.emailText'),
    sms: t('account.methods.smsText'),
  };
  return (
    <Step
      title={
        isFirst
          ? t('account.methods.chooseTitle')
          : former === undefined
            ? t('account.methods.chooseTitleMore')
            : t('account.methods.chooseTitleReplace', { method: methodName(former, t) })
      }
      text={former === undefined ? t('account.methods.chooseText') : t('account.methods.chooseTextReplace')}
      {...(isFirst && { progress: 'method' as const })}
    >
      <Rows>
        {methodKinds
          .filter((kind) => offered.includes(kind))
          .map((kind) => (
            <RowButton
              key={kind}
              icon={methodIcons[kind]}
              title={t(`account.methods.kinds.${kind}`)}
              text={texts[kind]}
              {...(kind === 'totp' && !hasTotp && { badge: t('account.methods.totpAdvice') })}
              isPending={begin.isPending}
              onPress={() =>
                kind === 'totp'
                  ? begin.run(undefined)
                  : open({ at: 'account', page: 'destination', kind, ...replacing })
              }
            />
          ))}
      </Rows>
      <ErrorNotice error={begin.error} />
      {replaces === undefined && (
        <p className="px-1 text-hint text-pretty text-soft">
          {t('account.methods.advice')} {isFirst && t('account.methods.setUpLater')}
        </p>
      )}
    </Step>
  );
}

/** A label that no other authenticator of the account has. */
function freeLabel(account: SignedIn, t: TFunction): string {
  const taken = new Set(account.methods.map(({ destination }) => destination));
  const first = t('account.methods.totpLabel');
  for (let count = 2; taken.has(first); count += 1) {
    const label = t('account.methods.totpLabelNext', { count });
    if (!taken.has(label)) return label;
  }
  return first;
}
