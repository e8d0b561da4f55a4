import { useState } from 'react';
import { CodeField } from '../design/code-field.tsx';
import { CoveredField } from '../design/covered-field.tsx';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { Form } from '../design/form.tsx';
import { ComboField } from '../design/combo-field.tsx';
import { SearchBox } from '../design/search-box.tsx';
import { TextArea } from '../design/text-area.tsx';
import { Shelf, Wide } from './shelf.tsx';

const nothing = () => {};

/** What is typed into. */
export function Fields() {
  const [text, setText] = useState('');
  const [secret, setSecret] = useState('seven quiet otters paint');
  return (
    <Shelf title="Fields">
      <Wide name="Field">
        <Field label="Empty" value={text} onChange={setText} isFleeting hint="What it is for" />
        <Field label="With a text" value="Ada Lovelace" onChange={nothing} />
        <Field
          label="Wrong"
          value="ada@"
          onChange={nothing}
          error="This is not an address. It needs a name after the @."
        />
        <Field label="Disabled" value="ada@example.org" onChange={nothing} isDisabled />
        <Field label="Too long" value="Ada Lovelace" onChange={nothing} limit={5} />
      </Wide>
      <Wide name="Form">
        <Form className="card flex flex-col gap-4 p-4" onSend={nothing}>
          <Field label="Sent by Enter" value={text} onChange={setText} isFleeting />
          <Button type="submit" look="primary" className="self-end">
            Send
          </Button>
        </Form>
      </Wide>
      <Wide name="CoveredField, TextArea, SearchBox, ComboField, CodeField">
        <CoveredField
          label="Passphrase"
          value={secret}
          onChange={setSecret}
          limit={100}
          showLabel="Show"
          hideLabel="Hide"
        />
        <TextArea label="Note" value="On more than one line" onChange={nothing} hint="What it is for" />
        <SearchBox text="git" onText={nothing} fieldClassName="border-transparent bg-sunken" />
        <ComboField
          label="Find"
          text=""
          onText={nothing}
          onKeyDown={nothing}
          listId="nothing-found"
          activeId={undefined}
          className="min-h-10"
        />
        <CodeField
          label="Code"
          hint="It was sent a moment ago"
          onComplete={nothing}
          isPending={false}
          error={null}
          autoFocus={false}
        />
        <CodeField label="Code on its way" onComplete={nothing} isPending error={null} autoFocus={false} />
      </Wide>
    </Shelf>
  );
}
