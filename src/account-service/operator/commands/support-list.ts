import { command } from '../command.ts';

/** Open requests: how many, and the first 200, those with the right password first, then by age. */
export const supportList = command({
  name: 'support list',
  arguments: {},
  says: 'open requests for help; those with the right password first',
  async run(service) {
    const open = service.db.selectFrom('support_request').where('closed_at', 'is', null);
    const { count } = await open
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    const requests = await open
      .select(['reference', 'created_at', 'address', 'contact', 'password_proven'])
      .orderBy('password_proven', 'desc')
      .orderBy('created_at')
      .limit(200)
      .execute();
    return { open: Number(count), requests };
  },
});
