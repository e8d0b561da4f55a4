import type { SentMethodKind } from '../../../contract/vocabulary.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { EmailForm } from './email-form.tsx';
import { SmsForm } from './sms-form.tsx';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { useApplication } from '../../connection/application.ts';
import { useCall } from '../shared/use-call.ts';

interface DestinationFormProps {
  account: SignedIn;
  kind: SentMethodKind;
  replaces?: string | undefined;
}

const forms = { email: EmailForm, sms: SmsForm } satisfies Record<SentMethodKind, unknown>;

/** Where a new method's codes are sent. */
export function DestinationForm({ account, kind, replaces }: DestinationFormProps) {
  const { client } = useApplication();
  const isGuided = account.kind === 'full' && account.secondMethodAdvised && replaces === undefined;
  const begin = useCall(
    async (destination: string) =>
      client.account.methods.begin({ kind, destination, ...(replaces !== undefined && { replaces }) }),
    () => done(isGuided ? { at: 'account', page: 'secondMethod' } : accountOverview),
  );
  const Form = forms[kind];
  return <Form account={account} begin={begin} />;
}
