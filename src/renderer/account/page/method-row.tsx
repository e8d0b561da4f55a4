import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountMethod } from '../../../contract/account-state.ts';
import { isSentKind } from '../../../contract/vocabulary.ts';
import { useApplication } from '../../connection/application.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { showToast } from '../../design/toasts.tsx';
import { methodIcons } from '../methods/method-icon.ts';
import { methodName } from '../methods/method-name.ts';
import { open } from '../../navigation/navigator.ts';
import { momentWords } from '../../words/moment.ts';
import { Question } from '../../design/question.tsx';
import { useCall } from '../shared/use-call.ts';

interface MethodRowProps {
  method: AccountMethod;
  isLast: boolean;
}

/** A method: where its codes go or come from, how to replace or remove it, and why the last one must stay. */
export function MethodRow({ method, isLast }: MethodRowProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const why = useId();
  const name = methodName(method, t);
  const Icon = methodIcons[method.kind];
  const remove = useCall(
    async () => client.account.methods.remove({ methodId: method.id }),
    () => {
      setAsked(false);
      showToast(t('account.page.methodRemoved', { method: name }));
    },
  );
  const used =
    method.lastUsedAt === null
      ? t('account.page.methodAdded', { when: momentWords(method.addedAt, t) })
      : t('account.page.methodUsed', { when: momentWords(method.lastUsedAt, t) });
  return (
    <div className="flex items-start gap-x-3.5 px-4 py-3">
      <Icon size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-52 flex-1">
          <h3 className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
            {isSentKind(method.kind) ? t(`account.methods.kinds.${method.kind}`) : method.destination}
            {method.entryId !== null && <Badge>{t('account.page.methodHere')}</Badge>}
          </h3>
          <p className="text-hint wrap-anywhere text-soft">
            {isSentKind(method.kind) && <span className="block">{method.destination}</span>}
            {method.disabled ? <span className="text-danger">{t('account.page.methodDisabled')}</span> : used}
          </p>
        </div>
        <div className="-ms-3 flex gap-1 two-panes:ms-0">
          <Button
            size="small"
            look="plain"
            aria-label={t('controls.named', { what: t('account.page.methodReplace'), which: name })}
            onPress={() => open({ at: 'account', page: 'choose', replaces: method.id })}
          >
            {t('account.page.methodReplace')}
          </Button>
          <Button
            size="small"
            look="plain"
            aria-label={t('controls.named', { what: t('account.page.methodRemove'), which: name })}
            {...(isLast && { 'aria-describedby': why })}
            isDisabled={isLast}
            onPress={() => setAsked(true)}
          >
            {t('account.page.methodRemove')}
          </Button>
        </div>
        {isLast && (
          <p id={why} className="w-full text-hint text-pretty text-soft">
            {t('account.page.methodRemoveLast')}
          </p>
        )}
      </div>
      <Question
        title={t('account.page.methodRemoveTitle', { method: name })}
        yes={t('account.page.methodRemove')}
        look="danger"
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={remove}
      >
        <p>{t('account.page.methodRemoveText')}</p>
      </Question>
    </div>
  );
}
