/** The step after the step: removes what a cancelled job has left when the runner killed all of its processes at once. */
import { environment } from './config/environment.ts';
import { removeLeftovers } from './database/leftovers.ts';

const watchLists = environment()['STATE_watchLists'];
const janitors = watchLists ? await removeLeftovers(watchLists) : 0;
if (janitors > 0) process.stdout.write('Removed what the cancelled check had left behind.\n');
