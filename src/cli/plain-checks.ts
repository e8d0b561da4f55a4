/**
 * Has zod check each value as it is written, and not by code that it makes of the schema first: a command checks most kinds
 * of value once, and making the code took a tenth of `latchkey code`. It applies to the schemas that are loaded afterwards.
 */
import { config } from 'zod';

config({ jitless: true });
