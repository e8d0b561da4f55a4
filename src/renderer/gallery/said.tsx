import { CircleCheck, CircleDashed } from 'lucide-react';
import { Bar } from '../design/bar.tsx';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { LoadFailed } from '../design/load-failed.tsx';
import { Notice } from '../design/notice.tsx';
import { Standing } from '../design/standing.tsx';
import { Turning } from '../design/turning.tsx';
import { WaitingRows } from '../design/waiting-rows.tsx';
import { Shelf, Shown, Wide } from './shelf.tsx';

const unexpected = new Error('of the gallery');

/** What the window says, and how it waits. */
export function Said() {
  return (
    <Shelf title="Said and awaited">
      <Wide name="Notice, ErrorNotice">
        <Notice title="A remark">
          <p>With a text, and what to do about it.</p>
          <Button size="small" className="mt-2">
            Do it
          </Button>
        </Notice>
        <Notice kind="warning" title="A warning">
          <p>What may go wrong.</p>
        </Notice>
        <Notice kind="error" title="An error">
          <p>What happened, and what was not changed.</p>
        </Notice>
        <ErrorNotice error={unexpected} />
      </Wide>
      <Wide name="Standing, LoadFailed">
        <Standing icon={CircleCheck} title="All is well">
          What that means.
        </Standing>
        <Standing icon={CircleDashed} title="Something is to be done" isUrgent>
          What that means.
        </Standing>
        <LoadFailed error={unexpected} onAgain={() => {}} />
      </Wide>
      <Wide name="Bar">
        <Bar label="Nothing yet" done={0} />
        <Bar label="Half" done={0.5}>
          <span className="text-hint text-soft">Half of it</span>
        </Bar>
        <Bar label="Done" done={1} />
        <Bar label="Nobody knows" done={null}>
          <span className="text-hint text-soft">Nobody knows how long</span>
        </Bar>
      </Wide>
      <Wide name="WaitingRows">
        <WaitingRows label="Rows are loading" />
      </Wide>
      <Shown name="Turning">
        <Turning className="size-6 text-accent" />
      </Shown>
    </Shelf>
  );
}
