import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../account/shared/use-call.ts';
import { useApplication } from '../connection/application.ts';
import type { Client } from '../connection/connection.ts';
import { Button, type ButtonProps } from '../design/button.tsx';
import { Question } from '../design/question.tsx';
import { showToast } from '../design/toasts.tsx';

/** Turns sync off on this computer, after a question. */
export function TurnOffHere() {
  const { t } = useTranslation();
  return <Asked says="here" label={t('sync.turnOffHere')} act={async ({ sync }) => sync.turnOff()} />;
}

/** Deletes all of sync at the server, after a question and a fresh check. */
export function TurnOffEverywhere({ label }: { label: string }) {
  return (
    <Asked says="everywhere" label={label} look="danger" act={async ({ sync }) => sync.turnOffEverywhere()} />
  );
}

/** Forgets the keys of this computer, so that it can join anew. */
export function JoinAgain(button: Pick<ButtonProps, 'size' | 'className'>) {
  const { t } = useTranslation();
  return (
    <Asked
      {...button}
      says="again"
      label={t('sync.nexts.joinAgain')}
      act={async ({ sync }) => sync.turnOff()}
    />
  );
}

interface AskedProps extends Pick<ButtonProps, 'size' | 'className'> {
  says: 'here' | 'everywhere' | 'again';
  label: string;
  look?: 'primary' | 'danger';
  act: (client: Client) => Promise<unknown>;
}

function Asked({ says, label, look = 'primary', act, ...button }: AskedProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const call = useCall<undefined, unknown>(
    async () => act(client),
    () => {
      setAsked(false);
      showToast(t(`sync.${says}Done`));
    },
  );
  return (
    <>
      <Button {...button} onPress={() => setAsked(true)}>
        {label}
      </Button>
      <Question
        title={t(`sync.${says}Title`)}
        yes={t(`sync.${says}Yes`)}
        look={look}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={call}
      >
        <p>{t(`sync.${says}Text`)}</p>
      </Question>
    </>
  );
}
