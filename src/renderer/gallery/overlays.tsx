import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuTrigger } from 'react-aria-components';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { MenuCard, MenuItem } from '../design/menu.tsx';
import { Question } from '../design/question.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Shelf, Shown } from './shelf.tsx';

const nothing = () => {};
const idle = { run: nothing, reset: nothing, isPending: false, error: null };

/** What covers the window for a while. */
export function Overlays() {
  const [open, setOpen] = useState<'sheet' | 'question' | null>(null);
  const [text, setText] = useState('');
  const close = () => setOpen(null);
  return (
    <Shelf title="Overlays">
      <Shown name="Menu, Sheet, Question, toasts">
        <MenuTrigger>
          <Button>Menu</Button>
          <MenuCard placement="bottom start">
            <Menu className="outline-none">
              <MenuItem icon={<Copy size={17} />} keys="Ctrl C" onAction={nothing}>
                Copy
              </MenuItem>
              <MenuItem icon={<Trash2 size={17} />} look="danger" onAction={nothing}>
                Delete
              </MenuItem>
            </Menu>
          </MenuCard>
        </MenuTrigger>
        <Button onPress={() => setOpen('sheet')}>Sheet</Button>
        <Button onPress={() => setOpen('question')}>Question</Button>
        <Button onPress={() => showToast('It is done.', { action: { label: 'Undo', run: nothing } })}>
          Toast
        </Button>
      </Shown>
      <Sheet title="A sheet" isOpen={open === 'sheet'} onClose={close} onBack={close}>
        <Field label="What is typed here is asked about" value={text} onChange={setText} />
      </Sheet>
      <Question
        title="Delete it?"
        yes="Delete"
        look="danger"
        isOpen={open === 'question'}
        onClose={close}
        call={idle}
      >
        <p>What that means.</p>
      </Question>
    </Shelf>
  );
}
