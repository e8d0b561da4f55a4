import { Copy, Plus, ShieldCheck, Trash2 } from 'lucide-react';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { IconButton, RowIconButton } from '../design/icon-button.tsx';
import { Link } from '../design/link.tsx';
import { RowButton } from '../design/row-button.tsx';
import { Rows } from '../design/rows.tsx';
import { as, Shelf, Shown, Wide } from './shelf.tsx';

const looks = ['primary', 'quiet', 'plain', 'danger'] as const;
const nothing = () => {};

/** What is pressed. */
export function Actions() {
  return (
    <Shelf title="Actions">
      {looks.map((look) => (
        <Shown key={look} name={`Button, ${look}`}>
          <Button look={look}>At rest</Button>
          <Button look={look} ref={as('hovered')}>
            Hovered
          </Button>
          <Button look={look} ref={as('pressed')}>
            Pressed
          </Button>
          <Button look={look} ref={as('focus-visible')}>
            Focused
          </Button>
          <Button look={look} isDisabled>
            Disabled
          </Button>
          <Button look={look} isPending>
            Pending
          </Button>
          <Button look={look} icon={<Plus size={17} aria-hidden />}>
            With an icon
          </Button>
        </Shown>
      ))}
      <Shown name="Button, sizes">
        <Button look="primary" size="big">
          Big
        </Button>
        <Button look="primary">Normal</Button>
        <Button look="primary" size="small">
          Small
        </Button>
      </Shown>
      <Shown name="IconButton, RowIconButton">
        <IconButton label="At rest">
          <Copy size={18} aria-hidden />
        </IconButton>
        <IconButton label="Focused" ref={as('focus-visible')}>
          <Copy size={18} aria-hidden />
        </IconButton>
        <IconButton label="Disabled" isDisabled>
          <Copy size={18} aria-hidden />
        </IconButton>
        <RowIconButton label="In a row" isTabStop onPress={nothing}>
          <Trash2 size={18} aria-hidden />
        </RowIconButton>
      </Shown>
      <Shown name="Link, Badge">
        <Link href="https://example.org/">A page of the web</Link>
        <Badge>this computer</Badge>
      </Shown>
      <Wide name="RowButton in Rows">
        <Rows>
          <RowButton icon={ShieldCheck} title="At rest" text="Why to go there" onPress={nothing} />
          <RowButton icon={ShieldCheck} title="With a badge" badge="Advised" text="Why" onPress={nothing} />
          <RowButton icon={ShieldCheck} title="Disabled" text="Why not" isDisabled onPress={nothing} />
          <RowButton icon={ShieldCheck} title="Without a text" onPress={nothing} />
        </Rows>
      </Wide>
    </Shelf>
  );
}
