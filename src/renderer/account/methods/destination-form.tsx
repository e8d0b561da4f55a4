import type { SentMethodKind } from '../../../contract/vocabulary.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { EmailForm } from './email-form.tsx';
import { SmsForm } from './sms-form.tsx';
import { goOnly } from '../places.ts';
import { useApplication } from '../../connection/application.ts';
import { useCall } from '../shared/use-call.ts';

interface DestinationFormProps {
  guide: SignedIn;
  kind: SentMethodKind;
  replaces?: string | undefined;
}

const forms = { email: EmailForm, sms: SmsForm } satisfies Record<SentMethodKind, unknown>;

/** Where the codes of a new method go. */
export function DestinationForm({ guide, kind, replaces }: DestinationFormProps) {
  const { client } = useApplication();
  const isGuided = guide.kind === 'full' && guide.secondMethodAdvised && replaces === undefined;
  const begin = useCall(
    async (destination: string) =>
      client.account.methods.begin({ kind, destination, ...(replaces !== undefined && { replaces }) }),
    () => goOnly(isGuided ? { at: 'secondMethod' } : { at: 'guide' }),
  );
  const Form = forms[kind];
  return <Form guide={guide} begin={begin} />;
}
