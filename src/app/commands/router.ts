import { askedCommandsContract } from '../../contract/asked-commands.ts';
import { serve } from '../serve.ts';
import type { OutsideCommands } from './outside.ts';

/** The part of the window's router for commands that are given outside of it. */
export function commandsRouter(outside: OutsideCommands) {
  return serve(askedCommandsContract, { asked: (_, signal) => outside.asked(signal) });
}
