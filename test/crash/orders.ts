import { z } from 'zod';

const base = { passphrase: z.string() };
const id = z.uuid();

/** What the model test tells a process to do. */
export const orderSchema = z.discriminatedUnion('do', [
  z.object({ ...base, do: z.literal('open'), folder: z.string() }),
  z.object({ ...base, do: z.literal('add'), id, counter: z.int() }),
  z.object({ ...base, do: z.literal('rename'), id, name: z.string() }),
  z.object({ ...base, do: z.literal('setCounter'), id, counter: z.int() }),
  z.object({ ...base, do: z.literal('remove'), id }),
  z.object({ ...base, do: z.literal('restore'), id }),
  z.object({ ...base, do: z.literal('purge'), id }),
  z.object({ ...base, do: z.literal('addSite'), id, name: z.string() }),
  z.object({ ...base, do: z.literal('renameSite'), id, name: z.string() }),
  z.object({ ...base, do: z.literal('setMoved'), id, isMoved: z.boolean() }),
  z.object({ ...base, do: z.literal('removeSite'), id }),
  z.object({ ...base, do: z.literal('rotateKey') }),
  z.object({ ...base, do: z.literal('setUnlockMethods'), mode: z.enum(['session', 'passphrase', 'both']) }),
  z.object({ ...base, do: z.literal('lookAtGeneration') }),
  z.object({ ...base, do: z.literal('lock') }),
  z.object({ ...base, do: z.literal('close') }),
]);
export type Order = z.infer<typeof orderSchema>;
