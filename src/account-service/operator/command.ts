import { z } from 'zod';
import type { Service } from '../service.ts';

/** A command of `latchkey-account`. Each has its own file in `commands/`, and a line in the table in `commands.ts`. */
export interface Command {
  /** What an operator types: one word or two. */
  name: string;
  /**
   * Its options by name, in the order of the usage. A schema's description is what the usage shows for the
   * option's value; an option without one is a flag. The trail says what a command was about by its `account`
   * (masked), `request` or `reference`.
   */
  arguments: Record<string, z.ZodType>;
  /** The argument that is no option but the word after the name. */
  word?: string | undefined;
  /** What it does, for the usage. */
  says: string;
  /** False for a command that the operators' trail can't record before it runs. */
  isNoted: boolean;
  /** Checks the arguments and carries the command out. @throws when it is refused or fails */
  run(service: Service, given: Given, operator: string): Promise<Outcome>;
}

/** The arguments as they were typed. */
export type Given = Record<string, string | boolean | undefined>;

export interface Outcome {
  /** Printed as JSON. */
  answer: unknown;
  isFine: boolean;
}

interface Definition<Shape extends z.ZodRawShape, Answer> {
  name: string;
  arguments: Shape & Record<string, z.ZodType>;
  word?: keyof Shape & string;
  says: string;
  isNoted?: false;
  /** @param operator who runs it: the name given, else that of the login */
  run(service: Service, given: z.output<z.ZodObject<Shape>>, operator: string): Promise<Answer>;
  /** Whether the answer is good news. Without it every answer is. */
  isFine?(answer: Answer): boolean;
}

/** Defines a command. Its arguments are checked by their schemas before it runs. */
export function command<Shape extends z.ZodRawShape, Answer>(definition: Definition<Shape, Answer>): Command {
  const { name, word, says, isNoted = true } = definition;
  const schema = z.object<Shape>(definition.arguments);
  return {
    name,
    arguments: definition.arguments,
    word,
    says,
    isNoted,
    async run(service, given, operator) {
      const read = schema.safeParse(given);
      if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('; '));
      const answer = await definition.run(service, read.data, operator);
      return { answer, isFine: definition.isFine?.(answer) ?? true };
    },
  };
}

/** An option without a value. */
export const flag = z.boolean().default(false);

/** The reference of a request for help. */
export const reference = z.string().min(1).describe('reference');

/** The address of an account. */
export const account = z.string().optional().describe('address');

/** The reason for an action, for later readers of the trail. */
export const reason = z
  .string({ error: 'say why: --reason "…"' })
  .trim()
  .min(5, 'say why: --reason "…"')
  .max(500)
  .describe('why');
