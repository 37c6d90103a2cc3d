import type { DefElem, Node } from '@pgsql/types';
import type { SchemaObject } from '../model/schema-object.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule } from './rule.ts';
import { finalObject } from './support/final.ts';
import { code } from './support/text.ts';
import { doing, doneAt } from './support/touched.ts';
import { execute, identifiers } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A SECURITY DEFINER function that looks up names where its caller says',
    why: 'The function runs with the rights of its owner, and with the `search_path` of whoever calls it. Who may make a table or a function in any schema puts one of the same name in front, and it is run with those rights.',
    fix: 'Give the function a `search_path` of its own: `SET search_path = pg_catalog, public, pg_temp`, or write it in SQL with `BEGIN ATOMIC`, which looks names up once, when it is made.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.execute("CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM pg_class'")\n\ndef downgrade():\n    op.execute("DROP FUNCTION count_all()")`,
      good: `def upgrade():\n    op.execute("CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT count(*) FROM pg_class'")\n\ndef downgrade():\n    op.execute("DROP FUNCTION count_all()")`,
    },
  },
  messages: {
    open: ({ kind, name }: { kind: string; name: string }) => ({
      message: `${name} runs with the rights of its owner and looks up names where its caller says: whoever can make an object in any schema can run code as the owner.`,
      help: `Give it a search_path of its own, with the schemas that it needs:${code(execute(`ALTER ${kind.toUpperCase()} ${name} SET search_path = pg_catalog, public, pg_temp`))}`,
    }),
  },
  check(subject, { report }) {
    const { before = [], after = [] } = subject.roundTrip.schema ?? {};
    for (const routine of after.filter(isOpen)) {
      const { kind, name } = routine;
      const isIt = (one: SchemaObject): boolean => one.kind === kind && one.name === name;
      const last = finalObject(subject.facts, kind, name);
      if (before.some((one) => isIt(one) && isOpen(one)) || !last || !isOpen(last)) continue;
      const own = identifiers(name.replace(/\(.*$/s, '')).at(-1);
      report(
        'open',
        { kind, name },
        {
          ...doneAt(
            subject,
            doing((action) => action.does === 'create function' && action.name.name === own),
          ),
          about: name,
        },
      );
    }
  },
});

/** Whether a routine runs as its owner, and names in it are looked up as its caller has it. */
function isOpen({ kind, facts }: SchemaObject): boolean {
  if (kind !== 'function' && kind !== 'procedure') return false;
  const [command] = commandsOf(String(facts['definition']));
  if (command?.kind !== 'CreateFunctionStmt' || command.node.sql_body) return false;
  const options = (command.node.options ?? []).flatMap((node) => ('DefElem' in node ? [node.DefElem] : []));
  return options.some(isDefiner) && !options.some(({ arg }) => setsSearchPath(arg));
}

const isDefiner = ({ defname, arg }: DefElem): boolean =>
  defname === 'security' && arg !== undefined && 'Boolean' in arg && arg.Boolean.boolval === true;

const setsSearchPath = (arg: Node | undefined): boolean =>
  arg !== undefined && 'VariableSetStmt' in arg && arg.VariableSetStmt.name === 'search_path';
