import { migrate as applyMigrations } from '../../database/migrate.ts';
import { command } from '../command.ts';
import { noteCommand } from '../trail.ts';

/** Brings the schema up to date. It creates the trail's own table, so it can be noted only afterwards. */
export const migrate = command({
  name: 'migrate',
  arguments: {},
  says: 'brings the schema up to date',
  isNoted: false,
  async run(service, _given, operator) {
    const applied = await applyMigrations(service.databases.pool);
    await noteCommand(service, { operator, command: 'migrate', applied: applied.join(', ') });
    return { applied };
  },
});
