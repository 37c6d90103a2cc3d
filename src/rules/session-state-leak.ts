import type { Move, Statement } from '../model/observation.ts';
import type { LeftSetting } from '../model/trace.ts';
import { actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['statements'],
  meta: {
    title: 'A revision leaves the session set otherwise than it found it',
    why: '`SET` holds until the connection is closed, and all revisions of one `alembic upgrade` share a connection: those that come after run with another search path, another role, or without the limit of time that they rely on. Which revisions those are depends on what is deployed together.',
    fix: '`SET LOCAL` holds until the transaction ends, which all revisions of an upgrade may share: put it back at the end of the revision then. In an `autocommit_block`, where there is none, `RESET` it at the end.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE SCHEMA shop',
      bad: `def upgrade():\n    op.execute("SET search_path TO shop, public")\n    op.execute("CREATE TABLE teams (id bigint PRIMARY KEY)")\n\ndef downgrade():\n    op.execute("DROP TABLE shop.teams")`,
      good: `def upgrade():\n    op.execute("SET LOCAL search_path TO shop, public")\n    op.execute("CREATE TABLE teams (id bigint PRIMARY KEY)")\n\ndef downgrade():\n    op.execute("DROP TABLE shop.teams")`,
    },
  },
  messages: {
    left: ({ revision, direction, name, after }: Data) => ({
      message: `After the ${direction} of ${revision} the session still has ${name} at ${after === '' ? 'nothing' : after}, and every revision that runs after it in the same session gets that too.`,
      help: `Let it end with the transaction:${code(`op.execute("SET LOCAL ${name} TO ...")`)}\nor, outside a transaction, put it back at the end:${code(`op.execute("RESET ${name}")`)}`,
    }),
  },
  check({ revision, roundTrip }, { report }) {
    const moves = [roundTrip.upgrade, ...(roundTrip.downgrade ? [roundTrip.downgrade] : [])];
    for (const { move, setting } of moves.flatMap(settingsLeft)) {
      const { name, before, after } = setting;
      const { direction } = move;
      const statement = lastToSet(move, name);
      report(
        'left',
        { revision: called(revision), direction, name, after },
        {
          place: statement?.place ?? definition(revision, direction),
          evidence: [
            ...(statement ? [ofSql(statement.sql)] : []),
            note(`${name} before: ${before || 'nothing'}; after: ${after || 'nothing'}`),
          ],
          about: `${direction} ${name}`,
        },
      );
    }
  },
});

const settingsLeft = (move: Move): readonly { readonly move: Move; readonly setting: LeftSetting }[] =>
  (move.left ?? []).filter((setting) => !isLimitSet(setting)).map((setting) => ({ move, setting }));

/** A limit of time that stays keeps nobody from anything; one that is taken away is missed. */
const isLimitSet = ({ name, after }: LeftSetting): boolean => name.endsWith('_timeout') && after !== '0';

/** Names of settings are the same in capitals. */
const lastToSet = ({ statements }: Move, name: string): Statement | undefined =>
  statements.findLast(({ sql }) =>
    commandsOf(sql)
      .flatMap(actionsOf)
      .some((action) => action.does === 'set' && !action.local && action.name === name.toLowerCase()),
  );

interface Data {
  readonly revision: string;
  readonly direction: string;
  readonly name: string;
  readonly after: string;
}
