import { Turning } from '../../controls/button.tsx';
import { LinkTitle } from './link-screen.tsx';

/** Shown while the server is asked what the link is. */
export function Looking({ label }: { label: string }) {
  return (
    <div role="status">
      <LinkTitle icon={<Turning className="size-7" />} title={label} />
    </div>
  );
}
