import { useEffect, useState } from 'react';
import { useApplication } from '../../connection/application.ts';

/** The new recovery codes: requested by the screen that shows them, and dropped with it. */
export function useRecoveryCodes(): { codes: readonly string[] | null; error: unknown } {
  const { client } = useApplication();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isOver = false;
    client.account.recoveryCodes.show().then(
      (answer) => !isOver && setCodes(answer.codes),
      (reason: unknown) => !isOver && setError(reason),
    );
    return () => {
      isOver = true;
      setCodes(null);
      setError(null);
    };
  }, [client]);
  return { codes, error };
}
