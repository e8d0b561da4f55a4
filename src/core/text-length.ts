/**
 * A text's length as limits count it: in code points, so that 💚 counts as one, not two. JSON Schema counts the
 * same way (validation 6.3.1); JavaScript's `length` and HTML's `maxlength` do not.
 */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
